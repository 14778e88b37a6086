import { addDelay } from '$lib/calendar';
import type {
  CadenceControl,
  CadenceId,
  EnrollmentKey,
  NodeId,
  Scalar,
  Slug,
  VersionId
} from '$lib/domain';
import type { HandoffTarget, Program } from '$lib/program';
import { advance, nextTimer } from './advance';
import type { Input } from './input';
import type { Upcoming } from './lead-state';
import { enrollmentRefusal, refusal } from './lead-runs/admission';
import { Entries } from './lead-runs/entries';
import { LeadRun, type EnrollCause } from './lead-runs/lead-run';
import { hold, release } from './lead-runs/holds';
import type { ProgramSource } from './lead-runs/program-source';
import { runSink } from './lead-runs/run-sink';
import { StatePool } from './lead-runs/state-pool';
import { overhear, signalRows } from './lead-runs/signals';
import { bounceTouch, shareTouch, touchesOfOthers } from './lead-runs/touches';
import { rowsOf } from './migrate/columns';
import { migrateState } from './migrate/migrate-state';
import type { NodeMap } from './migration';
import type { Refusal } from './refusal';
import type { Sink } from './sink';
import { CAUSE, STATUS } from './state';
import type { Touch } from './touch-log';

/** More cadences than this that begin by themselves in one lead, and they lead to each other in circles (ENG-86). */
export const ENROLLMENT_BUDGET = 100;

export interface LeadRunsOptions {
  /** Key of the lead for sticky splits. */
  readonly leadKey: number;
  readonly fields: Readonly<Record<Slug, Scalar>>;
  readonly source: ProgramSource;
  /** Whether lead data are looked at, at enrollment and at tasks. */
  readonly checksData: boolean;
  /** Asked once a run, before it begins. */
  sinkFor(run: LeadRun): Sink;
  /** The version that an enrollment which begins by itself is pinned to; null: the latest. */
  pinned?(key: EnrollmentKey): VersionId | null;
  /** A handoff, a signal or a recycle could not enroll the lead. */
  refused?(cadence: CadenceId, cause: EnrollCause, refusal: Refusal, at: number): void;
}

export interface EnrollRequest {
  readonly cadence: CadenceId;
  readonly at: number;
  readonly cause: EnrollCause;
  /** Default: the cadence's next. */
  readonly key?: EnrollmentKey;
  /** Default: the latest one published. */
  readonly version?: VersionId;
  readonly startAt?: NodeId;
  /** Written to the lead when it is enrolled, and looked at before. */
  readonly fields?: Readonly<Record<Slug, Scalar>>;
}

/**
 * All runs of one lead, driven together: what one of them does to the others – handoffs, shared
 * touches, opt-outs, exclusivity – happens here and nowhere else. Instants never go back.
 */
export class LeadRuns {
  /** In order of beginning, ended ones too. */
  readonly runs: LeadRun[] = [];
  readonly upcoming: Upcoming[] = [];
  fields: Readonly<Record<Slug, Scalar>>;
  optedOut = false;
  readonly #options: LeadRunsOptions;
  readonly #entries = new Entries();
  readonly #states = new StatePool();
  readonly #handoffs: { readonly from: LeadRun; readonly target: HandoffTarget }[] = [];
  readonly #signals = new Map<Slug, number>();
  #leadKey: number;
  #optOutAsked = false;
  #stoppedAll = false;
  #begunByThemselves = 0;

  constructor(options: LeadRunsOptions) {
    this.#options = options;
    this.#leadKey = options.leadKey;
    this.fields = options.fields;
  }

  /** The next lead, with the memory of the one before. */
  reset(leadKey: number, fields: Readonly<Record<Slug, Scalar>>): void {
    for (const { program, state } of this.runs) this.#states.give(program, state);
    this.runs.length = 0;
    this.upcoming.length = 0;
    this.#handoffs.length = 0;
    this.#signals.clear();
    this.#leadKey = leadKey;
    this.fields = fields;
    this.optedOut = false;
    this.#optOutAsked = false;
    this.#stoppedAll = false;
    this.#begunByThemselves = 0;
  }

  run(key: EnrollmentKey): LeadRun | null {
    return this.runs.find((run) => run.key === key) ?? null;
  }

  /** Why an enrollment would be refused now; null: it would not. `program` null: it is not at hand. */
  enrollmentRefusal(
    cadence: CadenceId,
    program: Program | null,
    at: number,
    fields: Readonly<Record<Slug, Scalar>> = this.fields
  ): Refusal | null {
    const { checksData } = this.#options;
    const { optedOut, runs } = this;
    const history = touchesOfOthers(runs, null);
    const lead = { optedOut, fields, runs, history, signals: this.#signals, checksData };
    return enrollmentRefusal(lead, program, this.#entries.closed(cadence), at);
  }

  /** Begins an enrollment, or says why not; then it has left no trace. */
  enroll(request: EnrollRequest): LeadRun | Refusal {
    const begun = this.#enroll(request);
    this.#settle(request.at);
    return begun;
  }

  /** An enrollment that the lead's opt-out forbade, for the record: it never gets under way. */
  enrollStopped(program: Program, key: EnrollmentKey, at: number): LeadRun {
    const run = this.#add(program, key, 'person');
    this.#advance(run, { type: 'stop', at, optedOut: true });
    return run;
  }

  /** One input to one run, with fields that came along, and all that follows for the lead. */
  apply(run: LeadRun, input: Input, fields?: Readonly<Record<Slug, Scalar>>): void {
    if (fields) this.#setFields(fields);
    // The input itself lets it look at them.
    run.stale = false;
    this.#advance(run, input);
    this.#settle(input.at);
  }

  /** Something the lead did: told to one run, or to all of them and to the cadences that wait for it. */
  signal(signal: Slug, at: number, to: LeadRun | null = null): void {
    if (to) {
      this.#signals.set(signal, at);
      overhear(this.runs, this.#signals, signal, to);
      if (to.running) this.#advance(to, { type: 'signal', at, signal });
    } else this.#signal(signal, at, null);
    this.#settle(at);
  }

  setFields(fields: Readonly<Record<Slug, Scalar>>, at: number): void {
    this.#setFields(fields);
    this.#settle(at);
  }

  /** Ends everything of the lead, now and for good. */
  optOut(at: number): void {
    this.#optOutAsked = true;
    this.#settle(at);
  }

  /** Takes back an opt-out that only held the runs: enrollments are possible again. */
  optIn(): void {
    this.optedOut = this.#optOutAsked;
  }

  /** A touch made outside a run's course: the others know of it. */
  addTouch(run: LeadRun, touch: Touch): void {
    shareTouch(this.runs, run, touch);
    this.#settle(touch.at);
  }

  /** Pauses a run until `until`, or until what paused it (`by`) is taken back. */
  pause(run: LeadRun, by: string, at: number, until = Infinity): void {
    if (!run.running) return;
    const input = hold(run, by, at, until);
    if (input) this.apply(run, input);
  }

  /** Takes one pause back; the run goes on when no other holds it. */
  resume(run: LeadRun, by: string, at: number): void {
    if (!run.running) return;
    const input = release(run, by, at);
    if (input) this.apply(run, input);
  }

  /** Puts a run under another version of its cadence; every node it stands on has a place to go to. */
  migrate(run: LeadRun, to: Program, map: NodeMap, at: number): void {
    const { program: from, state } = run;
    run.program = to;
    this.listen(run);
    run.state = migrateState(from, to, state, map, at, run.sink);
    run.state.otherSignals = signalRows(to, this.#signals);
    const rows = rowsOf(from, to);
    for (const touch of run.touches) touch.pc = rows.pc(touch.pc);
    this.#look(run);
    this.#settle(at);
  }

  control({ cadence, verb, at }: CadenceControl): void {
    this.#entries.control(cadence, verb);
    for (const run of [...this.runs]) {
      if (run.cadence !== cadence) continue;
      if (verb === 'pause') this.pause(run, 'cadence', at);
      else if (verb === 'resume') this.resume(run, 'cadence', at);
    }
  }

  /** When something next happens by itself; Infinity: nothing does. */
  nextTimer(): number {
    let next = Infinity;
    for (const run of this.runs) if (run.running) next = Math.min(next, nextTimer(run.state));
    for (const { at } of this.upcoming) next = Math.min(next, at);
    return next;
  }

  /** Fires every timer up to and including `at`, each at its own instant, of all runs in order. */
  runTo(at: number): void {
    for (let next = this.nextTimer(); next <= at; next = this.nextTimer()) {
      const run = this.runs.find((one) => one.running && nextTimer(one.state) <= next);
      if (run) this.apply(run, { type: 'timer', at: next });
      else this.#comeBack(next);
    }
  }

  #comeBack(at: number): void {
    const index = this.upcoming.findIndex((one) => one.at <= at);
    const [due] = this.upcoming.splice(index, 1);
    if (due) this.#enrollByItself(due.cadence, 'recycle', null, at);
    this.#settle(at);
  }

  #advance(run: LeadRun, input: Input): void {
    advance(run.program, run.state, input, run.sink);
    this.#look(run);
  }

  #look(run: LeadRun): void {
    if (run.state.status === STATUS.ended && !run.settled) {
      run.settled = true;
      this.#ended(run);
    }
  }

  /** What an end brings about: the lead may come back later, or have opted out. */
  #ended({ key, program, state }: LeadRun): void {
    if (state.cause === CAUSE.optedOut) this.#optOutAsked = true;
    if (state.cause !== CAUSE.exit) return;
    const exit = program.exits[program.arg[state.endPc] ?? 0];
    if (exit?.result === 'optedOut') this.#optOutAsked = true;
    if (!exit?.recycle) return;
    const { cadence, after } = exit.recycle;
    this.upcoming.push({
      cadence,
      at: addDelay(program.calendar, state.endedAt, after),
      from: key
    });
  }

  /** Everything that follows from what was just done, until nothing more does. */
  #settle(at: number): void {
    for (;;) {
      if (this.#optOutAsked && !this.#stoppedAll) this.#stopAll(at);
      const stale = this.runs.find((run) => run.stale);
      if (stale) {
        stale.stale = false;
        if (stale.running) this.#advance(stale, { type: 'facts', at });
        continue;
      }
      const next = this.#handoffs.shift();
      if (!next) return;
      this.#handOff(next.from, next.target, at);
    }
  }

  #stopAll(at: number): void {
    this.#stoppedAll = true;
    this.optedOut = true;
    this.upcoming.length = 0;
    for (const run of this.runs)
      if (run.running) this.#advance(run, { type: 'stop', at, optedOut: true });
  }

  #handOff(from: LeadRun, target: HandoffTarget, at: number): void {
    if (target.type === 'signal') return this.#signal(target.signal, at, from);
    const copied: Record<Slug, Scalar> = {};
    for (const { from: source, to } of target.fields)
      if (Object.hasOwn(this.fields, source)) copied[to] = this.fields[source] ?? null;
    this.#setFields(copied);
    this.#enrollByItself(target.cadence, 'handoff', from, at);
  }

  #signal(signal: Slug, at: number, from: LeadRun | null): void {
    this.#signals.set(signal, at);
    for (const run of [...this.runs])
      if (run !== from && run.running) this.#advance(run, { type: 'signal', at, signal });
    for (const cadence of this.#options.source.listening(signal, at))
      this.#enrollByItself(cadence, 'signal', from, at);
  }

  #enrollByItself(cadence: CadenceId, cause: EnrollCause, from: LeadRun | null, at: number): void {
    if (++this.#begunByThemselves > ENROLLMENT_BUDGET) {
      const last = from ?? this.runs[this.runs.length - 1];
      if (last) last.runaway = true;
      this.upcoming.length = 0;
      return;
    }
    const begun = this.#enroll({ cadence, at, cause });
    if (!(begun instanceof LeadRun)) this.#options.refused?.(cadence, cause, begun, at);
  }

  #enroll({ cadence, at, cause, ...request }: EnrollRequest): LeadRun | Refusal {
    const { source, pinned } = this.#options;
    const key = request.key ?? this.#nextKey(cadence);
    const version = request.version ?? pinned?.(key) ?? null;
    const found = version === null ? source.latest(cadence, at) : source.version(version);
    const program = found?.cadence === cadence ? found : null;
    const fields = { ...this.fields, ...request.fields };
    const refused = this.enrollmentRefusal(cadence, program, at, fields);
    if (refused) return refused;
    if (!program) return refusal('unknownVersion');
    const pc =
      request.startAt === undefined ? program.start : program.nodes.indexOf(request.startAt);
    if (pc < 0) return refusal('unknownStep');
    this.#setFields(fields);
    const run = this.#add(program, key, cause);
    this.#advance(run, { type: 'start', at, pc });
    return run;
  }

  #add(program: Program, key: EnrollmentKey, cause: EnrollCause): LeadRun {
    const state = this.#states.take(program);
    const run = new LeadRun(key, cause, program, state);
    state.leadKey = this.#leadKey;
    state.fields = this.fields;
    state.checksData = this.#options.checksData;
    state.enrollment = 1 + this.runs.filter(({ cadence }) => cadence === run.cadence).length;
    state.history = touchesOfOthers(this.runs, run);
    state.otherSignals = signalRows(program, this.#signals);
    state.keepsLog = program.needsLog || this.#options.checksData;
    this.listen(run);
    this.runs.push(run);
    return run;
  }

  /** Makes the run's sink: at its beginning, and again when a migration gave it another program. */
  listen(run: LeadRun): void {
    run.sink = runSink(run, this.#options.sinkFor(run), {
      touched: (_, touch) => shareTouch(this.runs, run, touch),
      bounced: (_, pc, visit) => bounceTouch(this.runs, run, pc, visit),
      askedOut: () => (this.#optOutAsked = true),
      handedOff: (from, target) => this.#handoffs.push({ from, target })
    });
  }

  /** `<cadence>~<n>`, n being one more than there were before. */
  #nextKey(cadence: CadenceId): EnrollmentKey {
    let n = 1 + this.runs.filter((run) => run.cadence === cadence).length;
    while (this.run(`${cadence}~${n}`)) n++;
    return `${cadence}~${n}`;
  }

  #setFields(fields: Readonly<Record<Slug, Scalar>>): void {
    const changed = Object.keys(fields).some((field) => this.fields[field] !== fields[field]);
    if (!changed) return;
    this.fields = { ...this.fields, ...fields };
    for (const run of this.runs) {
      run.state.fields = this.fields;
      run.stale = run.running;
    }
  }
}
