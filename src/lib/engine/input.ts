import type { CompiledCalendar } from '$lib/calendar';

/**
 * What can happen to a run. Every input names its instant; inputs never go back in time. `token` is a
 * row of `RunState.tokens` that is alive and rests where the input makes sense: hosts of real events
 * ask `refusalOf` first, and an input that does not fit is a host's mistake and throws.
 */
export type Input =
  /** Begins a run, at instruction `pc` where one is named, else at the program's start. */
  | { readonly type: 'start'; readonly at: number; readonly pc?: number }
  /** The task was completed; `disposition` is a row of `Program.dispositions` or -1. */
  | {
      readonly type: 'complete';
      readonly at: number;
      readonly token: number;
      readonly disposition: number;
      /** Ids of ticked items, of the step's checklist or the current stage's. */
      readonly checklist?: readonly string[];
      /** When the lead wants to be called back. */
      readonly until?: number;
    }
  | { readonly type: 'skip'; readonly at: number; readonly token: number }
  | { readonly type: 'approve' | 'refuse'; readonly at: number; readonly token: number }
  /** The task opens again at `until`, and is due no earlier. */
  | {
      readonly type: 'snooze';
      readonly at: number;
      readonly token: number;
      readonly until: number;
    }
  /** The task goes to somebody with these working hours; null: those of its role. */
  | {
      readonly type: 'assign';
      readonly at: number;
      readonly token: number;
      readonly hours: CompiledCalendar | null;
    }
  /** The run's next timer (`nextTimer`) fires, at its own instant. */
  | { readonly type: 'timer'; readonly at: number }
  /** The world is late: the timer of a waiting token fires at `until` instead. */
  | { readonly type: 'delay'; readonly at: number; readonly token: number; readonly until: number }
  | { readonly type: 'signal'; readonly at: number; readonly signal: string }
  /** The touch made at this visit of a step did not arrive: it no longer counts as completed. */
  | { readonly type: 'bounce'; readonly at: number; readonly pc: number; readonly visit: number }
  /** The lead's fields or the touches of its other runs have changed. */
  | { readonly type: 'facts'; readonly at: number }
  /** A person moves the run to instruction `to`, by a move or an offered exit. */
  | {
      readonly type: 'move';
      readonly at: number;
      readonly to: number;
      readonly checklist?: readonly string[];
    }
  /** Freezes the run; `until` absent: until it is resumed. */
  | { readonly type: 'pause'; readonly at: number; readonly until?: number }
  | { readonly type: 'resume'; readonly at: number }
  /** Somebody took the lead out, or it opted out; before the start: the run never gets under way. */
  | { readonly type: 'stop'; readonly at: number; readonly optedOut?: boolean };
