import { addDelay } from '$lib/calendar';
import type { CadenceId, EnrollmentKey, Scalar, Slug } from '$lib/domain';
import type { HandoffTarget, Program } from '$lib/program';
import { advance } from '../advance';
import { createState } from '../create-state';
import type { Input } from '../input';
import type { Upcoming } from '../lead-state';
import type { Refusal } from '../refusal';
import { CAUSE, STATUS } from '../state';
import { enrollmentRefusal, refusal } from './admission';
import type { AsideLead } from './aside-lead';
import { Entries } from './entries';
import { LeadRun, type EnrollCause } from './lead-run';
import type { EnrollRequest, LeadRunsOptions } from './options';
import { RunPool } from './run-pool';
import { RunSink, type LeadEar } from './run-sink';
import { overhear, signalRows } from './signals';
import { bounceTouch, shareTouch, touchesOfOthers } from './touches';

/** More cadences than this that lead to each other in one lead, and they do so in circles (ENG-86). */
export const ENROLLMENT_BUDGET = 100;

const NOTHING: readonly never[] = [];

type Fields = Readonly<Record<Slug, Scalar>>;

/**
 * The runs of a lead and what follows from one to the other. Nothing follows by itself: whoever does
 * something to a run calls `settle` when it is done.
 */
export class LeadCore {
  readonly runs: LeadRun[] = [];
  readonly upcoming: Upcoming[] = [];
  readonly signals = new Map<Slug, number>();
  readonly entries = new Entries();
  readonly options: LeadRunsOptions;
  fields: Fields;
  optedOut = false;
  /** Something said that the lead wants no more; everything ends when the runs are settled. */
  optOutAsked = false;
  readonly #pool = new RunPool();
  readonly #keys = new Map<CadenceId, EnrollmentKey[]>();
  readonly #handoffs: { readonly from: LeadRun; readonly target: HandoffTarget }[] = [];
  readonly #ear: LeadEar = {
    touched: (from, touch) => {
      shareTouch(this.runs, from, touch);
    },
    bounced: (from, pc, visit) => {
      bounceTouch(this.runs, from, pc, visit);
    },
    askedOut: () => {
      this.optOutAsked = true;
    },
    handedOff: (from, target) => {
      this.#handoffs.push({ from, target });
    }
  };
  #leadKey: number;
  #stoppedAll = false;
  #handedOver = 0;

  constructor(options: LeadRunsOptions) {
    this.options = options;
    this.#leadKey = options.leadKey;
    this.fields = options.fields;
  }

  /** The next lead, with the memory of the one before. */
  reset(leadKey: number, fields: Fields): void {
    for (const run of this.runs) this.#pool.give(run);
    this.runs.length = 0;
    this.upcoming.length = 0;
    this.signals.clear();
    this.fields = fields;
    this.optedOut = false;
    this.optOutAsked = false;
    this.#handoffs.length = 0;
    this.#leadKey = leadKey;
    this.#stoppedAll = false;
    this.#handedOver = 0;
  }

  putAside(): AsideLead | null {
    const [run] = this.runs;
    if (!run || this.runs.length > 1 || this.upcoming.length > 0 || this.#handoffs.length > 0)
      return null;
    if (this.optedOut || this.optOutAsked || this.#handedOver > 0) return null;
    if (!run.running || run.stale || run.settled || run.holds.size > 0) return null;
    const { key, cause, touches } = run;
    return {
      leadKey: this.#leadKey,
      fields: this.fields,
      signals: this.signals.size === 0 ? NOTHING : [...this.signals],
      key,
      cause,
      touches: touches.slice()
    };
  }

  takeUp({ leadKey, fields, signals, key, cause, touches }: AsideLead, program: Program): LeadRun {
    this.reset(leadKey, fields);
    const run = this.add(program, key, cause);
    for (const touch of touches) run.touches.push(touch);
    for (const [signal, at] of signals) this.signals.set(signal, at);
    return run;
  }

  run(key: EnrollmentKey): LeadRun | null {
    for (const run of this.runs) if (run.key === key) return run;
    return null;
  }

  advance(run: LeadRun, input: Input): void {
    advance(run.program, run.state, input, run.sink);
    this.look(run);
  }

  /** What an end brings about: the lead may come back later, or have opted out. */
  look(run: LeadRun): void {
    const { key, program, state } = run;
    if (state.status !== STATUS.ended || run.settled) return;
    run.settled = true;
    if (state.cause === CAUSE.optedOut) this.optOutAsked = true;
    if (state.cause !== CAUSE.exit) return;
    const exit = program.exits[program.arg[state.endPc] ?? 0];
    if (exit?.result === 'optedOut') this.optOutAsked = true;
    if (!exit?.recycle) return;
    const { cadence, after } = exit.recycle;
    const at = addDelay(program.calendar, state.endedAt, after);
    this.upcoming.push({ cadence, at, from: key });
  }

  /** Everything that follows from what was just done, until nothing more does. */
  settle(at: number): void {
    for (;;) {
      if (this.optOutAsked && !this.#stoppedAll) this.#stopAll(at);
      const stale = this.#stale();
      if (stale) {
        stale.stale = false;
        if (stale.running) this.advance(stale, { type: 'facts', at });
        continue;
      }
      const next = this.#handoffs.shift();
      if (!next) return;
      this.#handOff(next.from, next.target, at);
    }
  }

  #stale(): LeadRun | null {
    for (const run of this.runs) if (run.stale) return run;
    return null;
  }

  setFields(fields: Fields): void {
    if (fields === this.fields) return;
    const changed = Object.keys(fields).some((field) => this.fields[field] !== fields[field]);
    if (!changed) return;
    this.fields = { ...this.fields, ...fields };
    for (const run of this.runs) {
      run.state.fields = this.fields;
      run.stale = run.running;
    }
  }

  tellOne(run: LeadRun, signal: Slug, at: number): void {
    this.signals.set(signal, at);
    overhear(this.runs, this.signals, signal, run);
    if (run.running) this.advance(run, { type: 'signal', at, signal });
  }

  /** Tells all runs but the one it comes from, and the cadences that wait for it. */
  tellAll(signal: Slug, at: number, from: LeadRun | null): void {
    this.signals.set(signal, at);
    // Runs that begin meanwhile are not told.
    const count = this.runs.length;
    for (let i = 0; i < count; i++) {
      const run = this.runs[i];
      if (run && run !== from && run.running) this.advance(run, { type: 'signal', at, signal });
    }
    if (from) overhear([from], this.signals, signal, null);
    for (const cadence of this.options.source.listening(signal, at))
      this.enrollByItself(cadence, 'signal', from, at);
  }

  /** `from` null: by something from outside, of which there is no end of its own. */
  enrollByItself(cadence: CadenceId, cause: EnrollCause, from: LeadRun | null, at: number): void {
    if (from && this.#handedOver >= ENROLLMENT_BUDGET) {
      from.runaway = true;
      this.upcoming.length = 0;
      return;
    }
    const key = this.#nextKey(cadence);
    const begun = this.enroll({ cadence, at, cause, key });
    if (!(begun instanceof LeadRun)) this.options.refused?.(key, cause, begun, at);
    else if (from) this.#handedOver++;
  }

  enroll({ cadence, at, cause, startAt, ...request }: EnrollRequest): LeadRun | Refusal {
    const { source, pinned } = this.options;
    const key = request.key ?? this.#nextKey(cadence);
    const version = request.version ?? pinned?.(key) ?? null;
    const found = version === null ? source.latest(cadence, at) : source.version(version);
    const program = found?.cadence === cadence ? found : null;
    const fields = request.fields ? { ...this.fields, ...request.fields } : this.fields;
    const refused = this.enrollmentRefusal(cadence, program, at, fields);
    if (refused) return refused;
    if (!program) return refusal('unknownVersion');
    const pc = startAt === undefined ? program.start : program.nodes.indexOf(startAt);
    if (pc < 0) return refusal('unknownStep');
    this.setFields(fields);
    const run = this.add(program, key, cause);
    this.advance(run, { type: 'start', at, pc });
    return run;
  }

  enrollmentRefusal(
    cadence: CadenceId,
    program: Program | null,
    at: number,
    fields: Fields
  ): Refusal | null {
    const { runs, signals } = this;
    // What asked for it is done with once the runs are settled.
    const optedOut = this.optedOut || this.optOutAsked;
    const { checksData } = this.options;
    const lead = { optedOut, fields, runs, signals, checksData };
    return enrollmentRefusal(lead, program, this.entries.closed(cadence), at);
  }

  /** A run that has not begun yet. */
  add(program: Program, key: EnrollmentKey, cause: EnrollCause): LeadRun {
    const { checksData } = this.options;
    const used = this.#pool.take(program);
    const run = used ?? new LeadRun(key, cause, program, createState(program));
    if (used) used.renew(key, cause);
    const { state } = run;
    state.leadKey = this.#leadKey;
    state.fields = this.fields;
    state.checksData = checksData;
    state.keepsLog = program.needsLog || checksData;
    state.enrollment = 1 + this.#before(run.cadence);
    state.history = touchesOfOthers(this.runs, run);
    state.otherSignals = signalRows(program, this.signals);
    if (run.sink instanceof RunSink) run.sink.host = this.options.sinkFor(run);
    else this.listen(run);
    this.runs.push(run);
    return run;
  }

  /** Makes the run's sink: at its beginning, and again when a migration gave it another program. */
  listen(run: LeadRun): void {
    run.sink = new RunSink(run, this.options.sinkFor(run), this.#ear);
  }

  #stopAll(at: number): void {
    this.#stoppedAll = true;
    this.optedOut = true;
    this.upcoming.length = 0;
    for (const run of this.runs)
      if (run.running) this.advance(run, { type: 'stop', at, optedOut: true });
  }

  #handOff(from: LeadRun, target: HandoffTarget, at: number): void {
    if (target.type === 'signal') return this.tellAll(target.signal, at, from);
    const copied: Record<Slug, Scalar> = {};
    for (const { from: source, to } of target.fields)
      if (Object.hasOwn(this.fields, source)) copied[to] = this.fields[source] ?? null;
    this.setFields(copied);
    this.enrollByItself(target.cadence, 'handoff', from, at);
  }

  /** `<cadence>~<n>`, n being one more than there were before. */
  #nextKey(cadence: CadenceId): EnrollmentKey {
    let n = 1 + this.#before(cadence);
    while (this.run(this.#keyOf(cadence, n))) n++;
    return this.#keyOf(cadence, n);
  }

  /** Kept, as the same few are asked for at every lead. */
  #keyOf(cadence: CadenceId, n: number): EnrollmentKey {
    let keys = this.#keys.get(cadence);
    if (!keys) this.#keys.set(cadence, (keys = []));
    return (keys[n] ??= `${cadence}~${n}`);
  }

  /** How many runs in a cadence there were. */
  #before(cadence: CadenceId): number {
    let count = 0;
    for (const run of this.runs) if (run.cadence === cadence) count++;
    return count;
  }
}
