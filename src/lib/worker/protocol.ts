/**
 * What passes between the page and the compute worker: types and nothing else. Expected failures
 * travel as values, since a thrown error loses its class on the way.
 */
import type { Diagnostic } from '$lib/compiler';
import type { CadenceFile, VersionId } from '$lib/domain';
import type { ScenarioFault, SimulationResult } from '$lib/simulation';

/** What a screen needs to name of what passes here; screens know neither compiler nor simulator. */
export type { Diagnostic, QuickFix, Severity } from '$lib/compiler';
export type {
  ExitCount,
  Histogram,
  ScenarioFault,
  SimulationResult,
  StepCount,
  TimeSummary
} from '$lib/simulation';

export interface CheckReply {
  /** The id the cadence would be published under. */
  readonly version: VersionId;
  readonly diagnostics: readonly Diagnostic[];
}

export interface SimulateRequest {
  /** Chosen by the client; late messages of an older run are dropped. */
  readonly run: string;
  readonly file: CadenceFile;
  readonly scenario: string;
  /** Instead of the scenario's own. */
  readonly leads?: number;
  readonly seed?: number;
  /** Local date-time of the cadence's calendar, `YYYY-MM-DDTHH:MM`. */
  readonly start?: string;
}

export type SimulateReply =
  | { readonly type: 'done'; readonly result: SimulationResult; readonly milliseconds: number }
  | { readonly type: 'cancelled' }
  /** The cadence has errors, or the scenario does not fit it. */
  | {
      readonly type: 'refused';
      readonly diagnostics: readonly Diagnostic[];
      readonly faults: readonly ScenarioFault[];
    }
  /** The worker died or broke; it has been restarted. */
  | { readonly type: 'crashed'; readonly message: string };

export interface Progress {
  readonly run: string;
  readonly done: number;
  readonly leads: number;
}

/** What the compute worker does. */
export interface ComputeApi {
  check(file: CadenceFile): Promise<CheckReply>;
  simulate(
    request: SimulateRequest,
    onProgress: (progress: Progress) => void
  ): Promise<SimulateReply>;
  /** Ends a run within 100 ms; its reply is `cancelled`. */
  cancel(run: string): Promise<void>;
}

/** The page's side: restarts the worker when it dies and settles every waiting promise. */
export interface ComputeClient {
  check(file: CadenceFile): Promise<CheckReply>;
  simulate(
    request: Omit<SimulateRequest, 'run'>,
    options?: { onProgress?: (progress: Progress) => void; signal?: AbortSignal }
  ): Promise<SimulateReply>;
  dispose(): void;
}
