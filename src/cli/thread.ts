import type { Job, Measurement, Variant } from '$lib/simulation';
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

/** One job of an experiment. */
export interface JobTask {
  readonly job: Job;
  readonly variant: Variant;
}

/** A thread that does jobs, one after the other. */
export interface JobThread {
  /** Null: it was ended before the job was done. */
  run(task: JobTask): Promise<Measurement | null>;
  end(): void;
}

/** Threads of this very program. */
export interface Threads {
  /** Starts one on a task. */
  perform(task: Task): Promise<Reply>;
  /** One for jobs; it need not start before the first of them. */
  forJobs(): JobThread;
}
