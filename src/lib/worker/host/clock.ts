export interface Clock {
  /** Milliseconds of a monotonic clock. */
  readonly now: () => number;
  /** Resolves after messages that wait have been handled. */
  readonly pause: () => Promise<void>;
}
