/** Whoever hears of tasks that people begin. */
export interface Served {
  /**
   * Somebody of a group took the task of a parked row at `taken`, to work on it from `begins` until
   * `ends`; false: leads stand too late to go on here.
   */
  served(
    row: number,
    group: number,
    taken: number,
    begins: number,
    ends: number,
    effort: number,
    switching: number,
    overtime: number
  ): boolean;
  /** Milliseconds of work that the task of a parked row takes, before the factor of a group. */
  effortOf(row: number): number;
  /** The instruction of the task of a parked row. */
  taskOf(row: number): number;
  /** What the lead of a parked row adds to the priority of its tasks. */
  priorityOf(row: number): number;
}

/** How people are given to the tasks that ask for them, bucket by bucket. */
export interface Service {
  /** Nobody waits for anybody. */
  readonly idle: boolean;
  /** The next bucket, which ends at `until`: its first `count` rows ask, in order. */
  open(count: number, until: number): void;
  /** Serves about so many more; false: leads stand too late to go on here. */
  serve(many: number): boolean;
  /** Everything that comes in the bucket has come. */
  readonly isOver: boolean;
}
