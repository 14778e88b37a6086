import { hlcOf, type LeadEvent } from '$lib/domain';
import { foldLead, type Enrollment, type LeadState, type OpenTask } from '$lib/engine';
import type { Program } from '$lib/program';
import { present } from '$lib/util';
import { choose } from '../chance/choice';
import { delayed } from '../chance/delay';
import { Draws, PURPOSE } from '../chance/draw';
import { sampleTable } from '../chance/quantile-table';
import { REFUSED, type CadenceModel } from '../model/cadence-model';
import type { Model } from '../model/model';

const MINUTE = 60_000;
const HORIZON = 20 * 366 * 86_400_000;
/** Folding takes time with the square of them. */
const MOST_EVENTS = 150;
const AUTHOR = 'world.reference00';
/** Apart from each other are the draws of a lead's runs of one cadence by this. */
const LANE = 0x9e3779b1;

type Distribute<T> = T extends LeadEvent
  ? Omit<T, 'id' | 't' | 'author' | 'parents' | 'engine'>
  : never;
type Parts = Distribute<LeadEvent>;

/** What somebody is going to do with an open task. */
interface Plan {
  readonly opens: number;
  readonly begins: number;
  readonly effort: number;
  readonly at: number;
  /** Row of the program's dispositions, -1, or REFUSED. */
  readonly outcome: number;
}

interface Pending {
  readonly at: number;
  readonly row: number;
  readonly parts: Parts;
}

/** What a lead's life came to. */
export interface FoldedLead {
  readonly state: LeadState;
  /** The simulated cadence's run, and the others in the order in which they were seen. */
  readonly runs: readonly Enrollment[];
  readonly events: readonly LeadEvent[];
  /** Milliseconds by cadence and step, `<run>/<node>`. */
  readonly waited: ReadonlyMap<string, number>;
  readonly worked: ReadonlyMap<string, number>;
}

/**
 * One simulated lead, slowly and obviously: what is known of it is folded from its events, somebody looks at
 * what is open, decides when to do what, and writes the next event; and so on until it has left. Has
 * nothing in common with the simulator but the draws, and what a task's earliest instant is. Waits are
 * never late here: no event says so. Null: somebody would come back who is not followed, or too much happens.
 */
export function foldedLead(model: Model, index: number): FoldedLead | null {
  return new Follower(model, index).follow();
}

class Follower {
  readonly #model: Model;
  readonly #draws: Draws;
  readonly #programs: ReadonlyMap<string, Program>;
  readonly #events: LeadEvent[] = [];
  readonly #keys: string[] = [];
  readonly #plans = new Map<string, Plan>();
  /** Positions at which the lead waits, and since when. */
  readonly #resting = new Map<string, number>();
  /** Runs that stood still when they were last looked at, and since when. */
  readonly #stood = new Map<string, number>();
  readonly #signals: Pending[] = [];
  readonly #waited = new Map<string, number>();
  readonly #worked = new Map<string, number>();
  readonly #arrived: number;
  readonly #segment: number;
  #now: number;

  constructor(model: Model, index: number) {
    this.#model = model;
    this.#draws = new Draws(model.seed);
    this.#draws.lead(index);
    const u = this.#draws.uniform(0, 1, PURPOSE.segment);
    const last = model.segments.length - 1;
    this.#segment = model.segments.findIndex(({ upTo }, i) => u < upTo || i === last);
    this.#arrived = model.arrivalAt(index, this.#draws.uniform(0, 1, PURPOSE.arrival));
    this.#now = this.#arrived;
    this.#programs = new Map(
      [model, ...model.linked].map(({ program }) => [program.version, program])
    );
  }

  follow(): FoldedLead | null {
    const { cadence, version } = this.#model.program;
    this.#write({ kind: 'enrolled', enrollment: `${cadence}~1`, cadence, version });
    this.#signal(-1, 1, this.#arrived, 0, null);
    for (;;) {
      const state = this.#fold(this.#now);
      const missed = this.#firstOffer(state, this.#now);
      if (missed < this.#now) {
        this.#now = missed;
        continue;
      }
      this.#look(state);
      if (this.#takeExit(state)) continue;
      const last = this.#arrived + HORIZON;
      if (!state.enrollments.some(goesOn)) return this.#found(state);
      const next = this.#next(state);
      const ended = this.#endsBefore(Math.min(next, last), state);
      if (state.upcoming.some(({ at }) => at <= Math.min(next, ended))) return null;
      if (this.#events.length > MOST_EVENTS) return null;
      if (ended < Infinity) this.#now = ended;
      else if (next > last) return this.#found(state);
      else this.#goTo(next, state);
    }
  }

  /** When the time for a verdict ends a run before anything else happens. */
  #endsBefore(next: number, { enrollments }: LeadState): number {
    const then = this.#fold(next).enrollments;
    const ends = enrollments.filter(goesOn).map(({ key }) => {
      const end = then.find((run) => run.key === key)?.end;
      return end && end.at > this.#now && end.at < next ? end.at : Infinity;
    });
    return Math.min(...ends, Infinity);
  }

  #found(state: LeadState): FoldedLead {
    const runs = this.#keys.map((key) =>
      present(
        state.enrollments.find((each) => each.key === key),
        'run'
      )
    );
    return { state, runs, events: this.#events, waited: this.#waited, worked: this.#worked };
  }

  #fold(now: number, ...more: readonly LeadEvent[]): LeadState {
    const fields = this.#model.segments[this.#segment]?.fields ?? {};
    const lead = { id: '01jd00000000000000000000zz', fields };
    const events = [...this.#events, ...more];
    const invented = { leadKey: this.#draws.leadKey };
    return foldLead({ lead, events, programs: this.#programs, invented }, now);
  }

  #event(parts: Parts): LeadEvent {
    const t = hlcOf(this.#now, this.#events.length);
    const last = this.#events.at(-1);
    const parents = last ? [last.id] : [];
    return { ...parts, engine: 1, id: `${AUTHOR}.${t}`, t, author: AUTHOR, parents };
  }

  #write(parts: Parts): void {
    this.#events.push(this.#event(parts));
  }

  /** When an exit that was asked for opened; that may be before the instant looked at. */
  #firstOffer({ enrollments }: LeadState, otherwise: number): number {
    const open = enrollments
      .filter(({ status }) => status === 'running')
      .flatMap(({ offers }) => offers.map(({ openSince }) => openSince ?? Infinity));
    const first = Math.min(...open, Infinity);
    return first < Infinity && first < this.#now ? first : otherwise;
  }

  #takeExit({ enrollments }: LeadState): boolean {
    for (const { key, status, offers, stage } of enrollments) {
      const offer = status === 'running' && offers.find(({ openSince }) => openSince !== null);
      if (!offer) continue;
      const checklist = this.#checklist(key, stage);
      this.#write({ kind: 'moved', enrollment: key, to: offer.node, checklist });
      return true;
    }
    return false;
  }

  /** Makes plans for what came, forgets those of what has gone. */
  #look({ enrollments }: LeadState): void {
    const there = new Set<string>();
    for (const run of enrollments) {
      if (!this.#keys.includes(run.key)) this.#keys.push(run.key);
      if (!goesOn(run)) continue;
      for (const { step, since, waitsFor } of run.positions) {
        const place = `${run.key} ${step}`;
        there.add(place);
        const rests = waitsFor === 'time' || waitsFor === 'openingHours' || waitsFor === 'event';
        if (rests && !this.#resting.has(place)) this.#resting.set(place, since);
      }
      const stood = this.#stood.get(run.key) ?? Infinity;
      if (run.paused) this.#stood.set(run.key, run.paused.since);
      else this.#stood.delete(run.key);
      for (const task of run.tasks) {
        const place = `${run.key} ${task.step}`;
        const plan = this.#plans.get(place);
        // Nobody works on while a run stands still.
        if (plan && plan.opens !== task.opens)
          this.#putDown(place, plan, Math.min(this.#now, stood));
        if (plan?.opens !== task.opens) this.#plans.set(place, this.#plan(run.key, task));
        else if (plan.begins >= stood && plan.begins < this.#now) {
          // Nobody begins anything while a run stands still.
          const begins = this.#opensAgain(run.key, task, this.#now);
          this.#plans.set(place, { ...plan, begins, at: begins + plan.effort });
        }
      }
    }
    for (const [place, since] of this.#resting)
      if (!there.has(place)) this.#rested(place, this.#now - since);
    for (const [place, plan] of this.#plans)
      if (!there.has(place)) this.#takenAway(place, plan, this.#now);
  }

  #rested(place: string, milliseconds: number): void {
    add(this.#waited, nodeOf(place), milliseconds);
    this.#resting.delete(place);
  }

  #takenAway(place: string, plan: Plan, at: number): void {
    add(this.#waited, nodeOf(place), Math.max(0, Math.min(plan.begins, at) - plan.opens));
    this.#putDown(place, plan, at);
  }

  #putDown(place: string, { begins, effort }: Plan, at: number): void {
    add(this.#worked, nodeOf(place), Math.max(0, Math.min(effort, at - begins)));
    this.#plans.delete(place);
  }

  #plan(key: string, task: OpenTask): Plan {
    const { cadence, step } = this.#stepOf(key, task.step);
    const lane = Math.imul(this.#runsBefore(key), LANE);
    const visit = Number(task.step.slice(task.step.lastIndexOf('#') + 1));
    const draw = (purpose: Parameters<Draws['uniform']>[2]) =>
      this.#draws.uniform(step.key + lane, visit, purpose);
    const late = step.delay
      ? delayed(step.delay, step.hours, task.opens, draw(PURPOSE.delay))
      : task.opens;
    const begins = late > task.opens ? this.#opensAgain(key, task, late) : task.opens;
    const minutes = step.effort ? sampleTable(step.effort, draw(PURPOSE.effort)) : 0;
    const effort = Math.floor(minutes * MINUTE);
    const table =
      step.outcomes?.[cadence === this.#model || step.outcomes.length > 1 ? this.#segment : 0];
    return {
      opens: task.opens,
      begins,
      effort,
      at: Math.max(begins + effort, this.#now),
      outcome: table ? choose(table, draw(PURPOSE.outcome)) : -1
    };
  }

  /** When the task may be begun, no earlier than `late`: as if somebody put it off. */
  #opensAgain(key: string, task: OpenTask, late: number): number {
    const snoozed = { kind: 'snoozed', enrollment: key, step: task.step, until: late } as const;
    const { enrollments } = this.#fold(this.#now, this.#event(snoozed));
    const tasks = enrollments.find((run) => run.key === key)?.tasks ?? [];
    return present(
      tasks.find(({ step }) => step === task.step),
      'task put off'
    ).opens;
  }

  /** The instant at which something happens next. */
  #next({ enrollments }: LeadState): number {
    const times = this.#signals.map(({ at }) => at);
    for (const { key, status, tasks, timers, sla, paused } of enrollments) {
      if (status === 'paused') times.push(paused?.until ?? Infinity);
      if (status !== 'running') continue;
      times.push(
        ...timers.map(({ at }) => at),
        ...sla.filter(({ reached }) => !reached).map(({ at }) => at)
      );
      for (const { step } of tasks)
        times.push(Math.max(this.#now, this.#plans.get(`${key} ${step}`)?.at ?? Infinity));
    }
    return Math.min(...times.filter((at) => at >= this.#now), Infinity);
  }

  /** Signals first, then work; timers fire by themselves. */
  #goTo(next: number, { enrollments }: LeadState): void {
    const before = this.#now;
    this.#now = next;
    const signal = this.#signals[0];
    if (signal && signal.at <= next) {
      this.#signals.shift();
      return this.#write(signal.parts);
    }
    for (const { key, status, tasks, stage } of enrollments)
      for (const task of status === 'running' ? tasks : []) {
        const place = `${key} ${task.step}`;
        const plan = this.#plans.get(place);
        if (plan && plan.at <= next) return this.#complete(place, plan, task, stage);
      }
    if (next === before) throw new Error('nothing happens');
  }

  #complete(place: string, plan: Plan, task: OpenTask, stage: string | null): void {
    const enrollment = place.slice(0, place.indexOf(' '));
    const { cadence, step, pc } = this.#stepOf(enrollment, task.step);
    const { opens, begins, effort, outcome } = plan;
    add(this.#waited, nodeOf(place), Math.max(0, begins - opens));
    add(this.#worked, nodeOf(place), effort);
    this.#plans.delete(place);
    const base = { enrollment, step: task.step };
    if (step.isApproval && outcome === REFUSED)
      this.#write({ kind: 'refused', ...base, reason: 'No' });
    else if (step.isApproval) this.#write({ kind: 'approved', ...base });
    else {
      const disposition = cadence.program.dispositions[outcome]?.id;
      const checklist = [...step.checklist, ...this.#checklist(enrollment, stage)];
      this.#write({
        kind: 'completed',
        ...base,
        checklist,
        ...(disposition === undefined ? {} : { disposition })
      });
    }
    if (cadence === this.#model) {
      const visit = Number(task.step.slice(task.step.lastIndexOf('#') + 1));
      this.#signal(pc, visit, this.#now, Math.imul(this.#runsBefore(enrollment), LANE), base);
    }
  }

  /** Draws what comes of a step, or of the arrival. */
  #signal(
    pc: number,
    visit: number,
    at: number,
    lane: number,
    place: { readonly enrollment: string; readonly step: string } | null
  ): void {
    this.#model.signals.forEach(({ signal, key, chance, delay, afterPc, bounces }, row) => {
      if (afterPc !== pc) return;
      if (this.#draws.uniform(key + lane, visit, PURPOSE.signal) >= chance) return;
      const u = this.#draws.uniform(key + lane, visit, PURPOSE.signalDelay);
      const comes = delayed(delay, this.#model.program.calendar, at, u);
      const parts: Parts = { kind: 'signal', signal, ...(bounces && place ? place : {}) };
      this.#signals.push({ at: comes, row, parts });
    });
    this.#signals.sort((a, b) => a.at - b.at || a.row - b.row);
  }

  #stepOf(key: string, step: string) {
    const id = key.slice(0, key.indexOf('~'));
    const all: readonly CadenceModel[] = [this.#model, ...this.#model.linked];
    const cadence = present(
      all.find(({ program }) => program.cadence === id),
      'cadence of a run'
    );
    const pc = cadence.program.nodes.indexOf(step.slice(0, step.lastIndexOf('#')));
    return { cadence, pc, step: present(cadence.steps[pc], 'step') };
  }

  #checklist(key: string, stage: string | null): readonly string[] {
    return stage === null ? [] : this.#stepOf(key, `${stage}#1`).step.checklist;
  }

  #runsBefore(key: string): number {
    const cadence = key.slice(0, key.indexOf('~'));
    const own = this.#keys.filter((each) => each.startsWith(`${cadence}~`));
    return Math.max(0, own.indexOf(key));
  }
}

function goesOn({ status }: Enrollment): boolean {
  return status === 'running' || status === 'paused';
}

/** `<run>/<node>` of `<run> <node>#<visit>`. */
function nodeOf(place: string): string {
  return place.slice(0, place.lastIndexOf('#')).replace(' ', '/');
}

function add(sums: Map<string, number>, name: string, amount: number): void {
  if (amount > 0) sums.set(name, (sums.get(name) ?? 0) + amount);
}
