import type { Subject } from './subject';

/** What a thread is asked: to run shares of a subject until there are no more. */
export interface Task {
  readonly subject: Subject;
  /** Memory that all threads of a run share: the next share that nobody has begun, and whether to stop. */
  readonly control: Int32Array;
}

/** What a thread has counted. */
export interface Reply {
  readonly columns: readonly (readonly Float64Array[])[];
  /** Leads that it ran. */
  readonly done: number;
}
