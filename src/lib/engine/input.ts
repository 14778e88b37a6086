/** What can happen to a run. Every input names its instant; inputs never go back in time. */
export type Input =
  /** Begins a run, at instruction `pc` where one is named, else at the program's start. */
  | { readonly type: 'start'; readonly at: number; readonly pc?: number }
  /** The open task was completed; `disposition` is a row of `Program.dispositions` or -1. */
  | { readonly type: 'complete'; readonly at: number; readonly disposition: number }
  | { readonly type: 'skip'; readonly at: number }
  /** The token's timer fires: at its instant, or later where the world is late. */
  | { readonly type: 'timer'; readonly at: number }
  | { readonly type: 'signal'; readonly at: number; readonly signal: string }
  /** Somebody took the lead out; before the start: the run never gets under way. */
  | { readonly type: 'stop'; readonly at: number };
