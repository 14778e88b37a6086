/** What passes between page and workers about simulations: types and nothing else. */
import type { Diagnostic } from '$lib/compiler';
import type { CadenceFile } from '$lib/domain';
import type { ScenarioFault, Share, SimulationResult } from '$lib/simulation';

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
  /** A run that takes longer ends with what it has, and its result says so. */
  readonly budget?: { readonly seconds?: number };
}

/** The cadence has errors, or the scenario does not fit it. */
export interface Refused {
  readonly type: 'refused';
  readonly diagnostics: readonly Diagnostic[];
  readonly faults: readonly ScenarioFault[];
}

export type SimulateReply =
  | {
      readonly type: 'done';
      readonly result: SimulationResult;
      readonly milliseconds: number;
      /** How many workers took part. */
      readonly workers: number;
    }
  | { readonly type: 'cancelled' }
  | Refused
  /** A worker died or broke; another takes its place. */
  | { readonly type: 'crashed'; readonly message: string };

export interface Progress {
  readonly run: string;
  readonly done: number;
  readonly leads: number;
}

/** What the leads run so far show. */
export interface PartialResult {
  readonly run: string;
  readonly result: SimulationResult;
}

/** What a run tells the page while it goes on. */
export interface RunEvents {
  progress(progress: Progress): void;
  partial(partial: PartialResult): void;
  /** The run is long: up to so many other workers could share it. */
  help(run: string, most: number): void;
}

/** Columns of a tally, as they are sent from one worker to another. */
export type TallyColumns = readonly (readonly Float64Array[])[];

/** What a worker does for a run that another one leads. */
export interface ShareHelp {
  /**
   * Runs one share. Answers with what was counted since the last answer that had columns; null: it is
   * kept for later, or the run was stopped.
   */
  run(share: Share, onProgress: (done: number) => void): Promise<TallyColumns | null>;
  /** Everything that was counted and not yet sent. */
  rest(): Promise<TallyColumns>;
  stop(): Promise<void>;
}

/** The part of a compute worker that simulates. */
export interface SimulateApi {
  /** Leads a run: simulates it, with whoever comes to help. */
  simulate(request: SimulateRequest, events: RunEvents): Promise<SimulateReply>;
  /** Takes shares of a run that another worker leads, who speaks through the port. */
  serve(request: SimulateRequest, port: MessagePort): Promise<void>;
  /** Gives shares of a run led here to the worker behind the port. */
  assist(run: string, port: MessagePort): Promise<void>;
  /** Ends a run within 100 ms; its reply is `cancelled`. */
  cancel(run: string): Promise<void>;
}

export interface SimulateOptions {
  readonly onProgress?: (progress: Progress) => void;
  /** Called a few times a second while a run goes on: results that sharpen. */
  readonly onPartial?: (partial: PartialResult) => void;
  readonly signal?: AbortSignal;
}
