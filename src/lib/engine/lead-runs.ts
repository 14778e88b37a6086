import type { CadenceControl, CadenceId, EnrollmentKey, Scalar, Slug } from '$lib/domain';
import type { Program } from '$lib/program';
import { nextTimer } from './advance';
import type { Input } from './input';
import type { Upcoming } from './lead-state';
import { hold, release, standStill } from './lead-runs/holds';
import type { AsideLead } from './lead-runs/aside-lead';
import { LeadCore } from './lead-runs/lead-core';
import type { LeadRun } from './lead-runs/lead-run';
import type { EnrollRequest, LeadRunsOptions } from './lead-runs/options';
import { signalRows } from './lead-runs/signals';
import { shareTouch } from './lead-runs/touches';
import { rowsOf } from './migrate/columns';
import { migrateState } from './migrate/migrate-state';
import type { NodeMap } from './migration';
import type { Refusal } from './refusal';
import type { Touch } from './touch-log';

export { ENROLLMENT_BUDGET } from './lead-runs/lead-core';
export type { EnrollRequest, LeadRunsOptions } from './lead-runs/options';

type Fields = Readonly<Record<Slug, Scalar>>;

/**
 * All runs of one lead, driven together: what one of them does to the others – handoffs, shared
 * touches, opt-outs, exclusivity – happens here and nowhere else. Instants never go back.
 */
export class LeadRuns {
  readonly #core: LeadCore;

  constructor(options: LeadRunsOptions) {
    this.#core = new LeadCore(options);
  }

  /** The next lead, with the memory of the one before. */
  reset(leadKey: number, fields: Fields): void {
    this.#core.reset(leadKey, fields);
  }

  /** What is kept of a lead with one run under way and nothing beside, but for its state; null: there is more. */
  putAside(): AsideLead | null {
    return this.#core.putAside();
  }

  /** Goes on with a lead that was put aside: its run, whose state the host restores. */
  takeUp(lead: AsideLead, program: Program): LeadRun {
    return this.#core.takeUp(lead, program);
  }

  /** In order of beginning, ended ones too. */
  get runs(): readonly LeadRun[] {
    return this.#core.runs;
  }

  get upcoming(): readonly Upcoming[] {
    return this.#core.upcoming;
  }

  get fields(): Fields {
    return this.#core.fields;
  }

  get optedOut(): boolean {
    return this.#core.optedOut;
  }

  run(key: EnrollmentKey): LeadRun | null {
    return this.#core.run(key);
  }

  /** Why an enrollment would be refused now; null: it would not. `program` null: it is not at hand. */
  enrollmentRefusal(cadence: CadenceId, program: Program | null, at: number): Refusal | null {
    return this.#core.enrollmentRefusal(cadence, program, at, this.#core.fields);
  }

  /** Begins an enrollment, or says why not; then it has left no trace. */
  enroll(request: EnrollRequest): LeadRun | Refusal {
    const begun = this.#core.enroll(request);
    this.#core.settle(request.at);
    return begun;
  }

  /** An enrollment that the lead's opt-out for good forbade, for the record: it never gets under way. */
  enrollStopped(program: Program, key: EnrollmentKey, at: number): LeadRun | null {
    if (!this.#core.optOutAsked) return null;
    const run = this.#core.add(program, key, 'person');
    this.#core.advance(run, { type: 'stop', at, optedOut: true });
    return run;
  }

  /** One input to one run, with fields that came along, and all that follows for the lead. */
  apply(run: LeadRun, input: Input, fields?: Fields): void {
    if (fields) this.#core.setFields(fields);
    // The input itself lets it look at them.
    run.stale = false;
    this.#core.advance(run, input);
    this.#core.settle(input.at);
  }

  /** Something the lead did: told to one run, or to all of them and to the cadences that wait for it. */
  signal(signal: Slug, at: number, to: LeadRun | null = null): void {
    if (to) this.#core.tellOne(to, signal, at);
    else this.#core.tellAll(signal, at, null);
    this.#core.settle(at);
  }

  setFields(fields: Fields, at: number): void {
    this.#core.setFields(fields);
    this.#core.settle(at);
  }

  /** Ends everything of the lead, now and for good. */
  optOut(at: number): void {
    this.#core.optOutAsked = true;
    this.#core.settle(at);
  }

  /** Nobody new, until the lead opts in again; its runs go on as they are. */
  closeToNew(): void {
    this.#core.optedOut = true;
  }

  /** Takes `closeToNew` back, unless the lead has really opted out. */
  openToNew(): void {
    this.#core.optedOut = this.#core.optOutAsked;
  }

  /** Nobody brings the lead back from where this run ended. */
  stayAway({ key }: LeadRun): void {
    const { upcoming } = this.#core;
    upcoming.splice(0, upcoming.length, ...upcoming.filter(({ from }) => from !== key));
  }

  /** A touch made outside a run's course: the others know of it. */
  addTouch(run: LeadRun, touch: Touch): void {
    shareTouch(this.#core.runs, run, touch);
    this.#core.settle(touch.at);
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

  /** Makes a run that was set going for a moment stand still again, if anything holds it. */
  standStill(run: LeadRun, at: number): void {
    if (!run.running) return;
    const input = standStill(run, at);
    if (input) this.apply(run, input);
  }

  /** What a manager did to a whole cadence. */
  control({ cadence, verb, at }: CadenceControl): void {
    this.#core.entries.control(cadence, verb);
    for (const run of [...this.#core.runs]) {
      if (run.cadence !== cadence) continue;
      if (verb === 'pause') this.pause(run, 'cadence', at);
      else if (verb === 'resume') this.resume(run, 'cadence', at);
    }
  }

  /** Puts a run under another version of its cadence; every node it stands on has a place to go to. */
  migrate(run: LeadRun, to: Program, map: NodeMap, at: number): void {
    const { program: from, state, sink: before } = run;
    const rows = rowsOf(from, to);
    for (const touch of run.touches) touch.pc = rows.pc(touch.pc);
    run.program = to;
    this.#core.listen(run);
    const sinks = { before, after: run.sink };
    const signals = signalRows(to, this.#core.signals);
    run.state = migrateState(from, to, state, map, at, sinks, signals);
    this.#core.look(run);
    this.#core.settle(at);
  }

  /** When something next happens by itself; Infinity: nothing does. */
  nextTimer(): number {
    let next = Infinity;
    for (const run of this.#core.runs) if (run.running) next = Math.min(next, nextTimer(run.state));
    for (const { at } of this.#core.upcoming) next = Math.min(next, at);
    return next;
  }

  /** Fires every timer up to and including `at`, each at its own instant, of all runs in order. */
  runTo(at: number): void {
    for (let next = this.nextTimer(); next <= at; next = this.nextTimer()) {
      const run = this.#core.runs.find((one) => one.running && nextTimer(one.state) <= next);
      if (run) this.apply(run, { type: 'timer', at: next });
      else this.#comeBack(next);
    }
  }

  #comeBack(at: number): void {
    const { upcoming } = this.#core;
    const [due] = upcoming.splice(
      upcoming.findIndex((one) => one.at <= at),
      1
    );
    const from = due && this.run(due.from);
    if (due) this.#core.enrollByItself(due.cadence, 'recycle', from ?? null, at);
    this.#core.settle(at);
  }
}
