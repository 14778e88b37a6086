import type { CadenceId, EnrollmentKey } from '$lib/domain';
import type { Program } from '$lib/program';
import type { Sink } from '../sink';
import { STATUS, type RunState } from '../state';
import type { Touch } from '../touch-log';

/** Who or what put the lead into the cadence. */
export type EnrollCause = 'person' | 'handoff' | 'signal' | 'recycle';

/** One enrollment of a lead: a program, the state of its run, and what the lead level knows of it. */
export class LeadRun {
  /** Changed, with `cause`, when it is used for another lead alone. */
  key: EnrollmentKey;
  cause: EnrollCause;
  readonly cadence: CadenceId;
  /** Changed by a migration alone, together with `state` and `sink`. */
  program: Program;
  state: RunState;
  sink: Sink;
  /** Its events cannot be followed by this engine: it stands still for good. */
  frozen = false;
  /** One cadence led to the next without end: cut off here. */
  runaway = false;
  /** What its end brings about has been seen to. */
  settled = false;
  /** Touches of its other runs, or fields, have changed since it last looked. */
  stale = false;
  /** Everything made, missed, skipped or bounced in it, for the lead's other runs. */
  readonly touches: Touch[] = [];
  /** What keeps it paused, by event or control, and until when. */
  readonly holds = new Map<string, number>();

  constructor(key: EnrollmentKey, cause: EnrollCause, program: Program, state: RunState) {
    this.key = key;
    this.cadence = program.cadence;
    this.cause = cause;
    this.program = program;
    this.state = state;
    // The real one listens as soon as the run exists; nothing is told before.
    this.sink = NOBODY;
  }

  /** Turns to the enrollment of another lead in the same program; the state is begun anew by a start. */
  renew(key: EnrollmentKey, cause: EnrollCause): void {
    this.key = key;
    this.cause = cause;
    this.frozen = false;
    this.runaway = false;
    this.settled = false;
    this.stale = false;
    this.touches.length = 0;
    if (this.holds.size > 0) this.holds.clear();
  }

  /** Whether it may still do anything; a paused run is running. */
  get running(): boolean {
    return this.state.status === STATUS.running && !this.frozen && !this.runaway;
  }

  get paused(): boolean {
    return this.running && this.state.pausedAt >= 0;
  }
}

const NOBODY = {} as Sink;
