/** What passes between page and workers about many simulations to one end: types and nothing else. */
import type {
  ComparisonResult,
  Job,
  Measurement,
  OptimizerResult,
  OptimizerSettings,
  SensitivityResult,
  Variant
} from '$lib/simulation';
import type { Refused, SimulateRequest } from './simulation-protocol';

/** A cadence and a scenario of its file. */
export type Subject = Omit<SimulateRequest, 'run' | 'budget'>;

/** What can be asked of many simulations. */
export interface Questions {
  /** The others against the first, on the same leads with the same luck. */
  readonly compare: { readonly subjects: readonly (Subject & { readonly name: string })[] };
  /** How much a metric depends on each assumption and each named time. */
  readonly sensitivity: { readonly subject: Subject; readonly goal: string };
  /** The best setting of named times; dimensions are named by their ids. */
  readonly optimize: { readonly subject: Subject; readonly settings: OptimizerSettings };
}

export interface Reports {
  readonly compare: ComparisonResult;
  readonly sensitivity: SensitivityResult;
  readonly optimize: OptimizerResult;
}

export type QuestionKind = keyof Questions;

export interface InvestigateRequest<K extends QuestionKind = QuestionKind> {
  readonly run: string;
  readonly kind: K;
  readonly question: Questions[K];
}

export type InvestigateReply<Report = Reports[QuestionKind]> =
  | {
      readonly type: 'done';
      readonly report: Report;
      readonly milliseconds: number;
      readonly workers: number;
    }
  | { readonly type: 'cancelled' }
  | Refused
  | { readonly type: 'crashed'; readonly message: string };

/** What an investigation tells the page while it goes on. */
export interface InvestigationEvents {
  progress(progress: { readonly run: string; readonly done: number; readonly leads: number }): void;
  /** What is known so far. */
  partial(partial: { readonly run: string; readonly report: Reports[QuestionKind] }): void;
  help(run: string, most: number): void;
}

/** What a worker does for an investigation that another one leads. */
export interface JobHelp {
  /** Null: it was stopped. */
  run(job: Job, variant: Variant, onProgress: (done: number) => void): Promise<Measurement | null>;
  stop(): Promise<void>;
}

/** The part of a compute worker that investigates. */
export interface InvestigateApi {
  investigate(request: InvestigateRequest, events: InvestigationEvents): Promise<InvestigateReply>;
  /** Does jobs of an investigation that another worker leads, who speaks through the port. */
  serveJobs(port: MessagePort): Promise<void>;
}

export interface InvestigateOptions<Report> {
  readonly onProgress?: (progress: { readonly done: number; readonly leads: number }) => void;
  readonly onPartial?: (report: Report) => void;
  readonly signal?: AbortSignal;
}
