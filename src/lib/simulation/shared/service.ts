/** How people are given to the tasks that ask for them, bucket by bucket. */
export interface Service {
  /** Nobody waits for anybody. */
  readonly idle: boolean;
  /** The next bucket, which ends at `until`: its first `count` rows ask, in order. */
  open(count: number, until: number): void;
  /** Serves some more; false: leads stand too late to go on here. */
  serve(): boolean;
  /** Everything that comes in the bucket has come. */
  readonly isOver: boolean;
}
