import type { CompiledCalendar } from '$lib/calendar';
import { NO_DISPOSITION, hashText } from '$lib/engine';
import { nextWeekday } from '$lib/calendar';
import { OP, type ProgramDelay, type TaskSpec } from '$lib/program';
import { PURPOSE, purposeOf } from '../chance/draw';
import type { Model, SegmentModel } from '../model/model';
import { longestDrawn, drawnDelay, fixedDelay, toOpen, work, type Place } from './durations';
import { Spot } from './draws';
import type { Operation, Part } from './flow';
import { outcomesOf, type Outcomes } from './outcomes';
import { casesOf } from './cases';
import type { Tables } from './tables';

/** Where leads go on a way, before steps are put together to groups. */
export interface StepWay {
  /** An instruction, or from `Program.op.length` on: the disposition that ends the run, and last an opt-out. */
  readonly to: number;
  readonly edge: number;
  readonly disposition: number | null;
}

/** One instruction as the leads of a segment go through it. */
export interface Step {
  readonly operations: readonly Operation[];
  readonly part: Part;
  readonly ways: readonly StepWay[];
}

/** Reads the steps of a model for one segment; what the columnar path does not follow goes to `reasons`. */
export class StepReader {
  readonly #model: Model;
  readonly #segment: number;
  readonly #tables: Tables;
  readonly #reasons: Set<string>;
  /** What conditions look at: columns of what was found out last, by name. */
  readonly columns: Map<string, number>;

  constructor(
    model: Model,
    segment: number,
    tables: Tables,
    columns: Map<string, number>,
    reasons: Set<string>
  ) {
    this.#model = model;
    this.#segment = segment;
    this.#tables = tables;
    this.columns = columns;
    this.#reasons = reasons;
  }

  step(pc: number): Step {
    const { program, steps } = this.#model;
    const arg = program.arg[pc] ?? 0;
    if ((program.guard[pc] ?? -1) >= 0) this.#not(pc, 'has requirements');
    if (steps[pc]?.entersLate) this.#not(pc, 'is gone into late');
    switch (program.op[pc]) {
      case OP.enter:
        return this.#plain(pc, []);
      case OP.stage: {
        const stage = program.stages[arg];
        if (stage && stage.sla.length > 0) this.#not(pc, 'has time limits');
        if (stage?.checklist.some(({ mandatory }) => mandatory))
          this.#not(pc, 'has a checklist that must be ticked');
        return this.#plain(pc, []);
      }
      case OP.wait:
        return this.#plain(pc, this.#wait(pc));
      case OP.task:
        return this.#task(pc);
      case OP.choose:
        return this.#choose(pc);
      case OP.split:
        return this.#split(pc);
      case OP.exit:
        return { operations: [], part: { type: 'all' }, ways: [] };
      default:
        this.#not(pc, 'leads to several paths or to another cadence');
        return this.#plain(pc, []);
    }
  }

  #not(pc: number, why: string): void {
    this.#reasons.add(`the step “${this.#model.program.nodeNames[pc] ?? ''}” ${why}`);
  }

  #plain(pc: number, operations: readonly Operation[]): Step {
    return { operations, part: { type: 'all' }, ways: [this.#way(pc, 0, null)] };
  }

  #way(pc: number, port: number, disposition: number | null): StepWay {
    const { firstPort, target, edge } = this.#model.program;
    const row = (firstPort[pc] ?? 0) + port;
    return { to: target[row] ?? 0, edge: edge[row] ?? 0, disposition };
  }

  #place(
    pc: number,
    counted: Place['counted'],
    calendar: CompiledCalendar,
    window: CompiledCalendar | null = null
  ): Place | null {
    const table = this.#tables.of(calendar, window);
    if (!table) {
      this.#not(pc, 'has working hours that are too uneven, or never meet the contact window');
      return null;
    }
    return { pc, counted, calendar, table, tables: this.#tables };
  }

  #wait(pc: number): Operation[] {
    const { program, steps } = this.#model;
    const spec = program.waits[program.arg[pc] ?? 0];
    const { calendar } = program;
    const place = this.#place(pc, 'waited', calendar);
    const step = steps[pc];
    if (!spec || !place) return [];
    const late = step?.delay
      ? drawnDelay(place, step.delay, new Spot(step.key + purposeOf(PURPOSE.delay)))
      : [];
    switch (spec.type) {
      case 'duration':
        return [...fixedDelay(place, spec.delay), ...late];
      case 'weekday': {
        const exact = (t: number): number => nextWeekday(calendar, t, spec.days, spec.minute);
        return [{ type: 'exact', least: 0, spot: null, exact, pc, counted: 'waited' }, ...late];
      }
      default:
        this.#not(
          pc,
          `waits for ${spec.type === 'date' ? 'a date of the lead' : 'something to happen'}`
        );
        return [];
    }
  }

  #task(pc: number): Step {
    const { program, steps } = this.#model;
    const spec = program.tasks[program.arg[pc] ?? 0];
    const step = steps[pc];
    if (!spec || !step) return this.#plain(pc, []);
    const outcomes = outcomesOf(step.outcomes?.[this.#segment]);
    this.#refuseTask(pc, spec);
    const operations = this.#taskTimes(pc, spec);
    const spot = new Spot(step.key + purposeOf(PURPOSE.outcome));
    const values = outcomes.choice ? [...new Set(outcomes.values)] : outcomes.values;
    const ways = values.map((disposition) => this.#outcome(pc, spec, disposition));
    return { operations, part: partBy(outcomes, values, spot), ways };
  }

  #taskTimes(pc: number, spec: TaskSpec): Operation[] {
    const { program, steps } = this.#model;
    const step = steps[pc];
    const window = spec.contact ? this.#window() : null;
    const open = this.#place(pc, 'nothing', step?.hours ?? program.calendar, window);
    const hours = this.#place(pc, 'waited', step?.hours ?? program.calendar);
    const own = this.#place(pc, 'nothing', program.calendar);
    if (!step || !open || !hours || !own) return [];
    const times: Operation[] = toOpen(open);
    const isTimed = spec.due !== null && !spec.automatic;
    const mark = (type: 'opened' | 'due' | 'begun' | 'done'): void => {
      times.push({ type, pc });
    };
    if (spec.due && spec.automatic) times.push(...fixedDelay(own, spec.due), ...toOpen(open));
    const asks = this.#asks(pc);
    if (asks && window)
      this.#not(pc, 'needs people, and leads may be contacted at some hours only');
    if (asks || (spec.due ?? step.delay)) mark('opened');
    if (spec.due && !spec.automatic) {
      times.push(...fixedDelay(own, spec.due));
      mark('due');
    }
    if (step.delay) {
      times.push(...drawnDelay(hours, step.delay, new Spot(step.key + purposeOf(PURPOSE.delay))));
      times.push(...toOpen({ ...open, counted: 'waited' }));
      if (!asks) mark('begun');
    }
    const worked: Place = { ...open, counted: 'worked' };
    const spot = new Spot(step.key + purposeOf(PURPOSE.effort));
    const efforts = step.effort ? work(worked, step.effort, spot) : [];
    if (asks) times.push({ type: 'asks', pc, work: efforts });
    else times.push(...efforts);
    if (isTimed) mark('done');
    return times;
  }

  /** Whether a task needs people whom leads share. */
  #asks(pc: number): boolean {
    return (this.#model.staff?.asks[0]?.[pc] ?? -1) >= 0;
  }

  /** When leads of the segment may be contacted; null: any time. */
  #window(): CompiledCalendar | null {
    const { contact, calendars } = this.#model.program;
    if (!contact) return null;
    const { fields } = this.#segmentModel();
    const zone = Object.hasOwn(fields, 'timezone') ? fields['timezone'] : null;
    const index = typeof zone === 'string' ? contact.zones.indexOf(zone) : -1;
    return calendars[contact.byZone[index] ?? contact.otherwise] ?? null;
  }

  #segmentModel(): SegmentModel {
    return this.#model.segments[this.#segment] as SegmentModel;
  }

  #refuseTask(pc: number, spec: TaskSpec): void {
    if (spec.channel === 'approval') this.#not(pc, 'is an approval');
    if (spec.repeat) this.#not(pc, 'is repeated');
    if (spec.sla.length > 0) this.#not(pc, 'has time limits');
    if (spec.continueWithoutCompletion) this.#not(pc, 'does not hold leads up');
    if (spec.expireAfter) this.#not(pc, 'may expire');
    if (spec.autoSkipAfter && this.#mayBeSkipped(pc, spec.autoSkipAfter))
      this.#not(pc, 'may be skipped by itself');
  }

  /** Whether a task may take longer from its due instant than it is let. */
  #mayBeSkipped(pc: number, { amount, unit }: ProgramDelay): boolean {
    const step = this.#model.steps[pc];
    if (step?.delay || this.#asks(pc)) return true;
    const least = amount * LEAST[unit];
    const { effort } = step ?? {};
    return (effort ? longestDrawn({ table: effort, pre: 1, scale: 60_000 }) : 0) > least;
  }

  /** Where an outcome of a task leads (see the engine's `decide`). */
  #outcome(pc: number, spec: TaskSpec, disposition: number): StepWay {
    const { program } = this.#model;
    const found = program.dispositions[disposition];
    if (disposition === NO_DISPOSITION || !found) return this.#way(pc, 0, NO_DISPOSITION);
    const own = spec.portOf[disposition] ?? 0;
    const end = (row: number): StepWay => ({ to: program.op.length + row, edge: -1, disposition });
    const way = this.#way(pc, own, disposition);
    if (found.optOut) {
      const leaves = own > 0 && program.op[way.to] === OP.exit;
      if (own === 0) this.#refuseHandled(pc, disposition);
      return leaves ? way : end(program.dispositions.length);
    }
    if (own > 0) return way;
    this.#refuseHandled(pc, disposition);
    if (found.action === 'finish') return end(disposition);
    if (found.action !== 'advance') this.#not(pc, `may have the outcome “${found.name}”`);
    return way;
  }

  #refuseHandled(pc: number, disposition: number): void {
    const handled = this.#model.program.handlers.some(
      ({ on }) => on.type === 'disposition' && on.index === disposition
    );
    if (handled) this.#not(pc, 'has an outcome that is handled for the whole cadence');
  }

  #choose(pc: number): Step {
    const { program } = this.#model;
    const spec = program.chooses[program.arg[pc] ?? 0];
    if (!spec) return this.#plain(pc, []);
    const place = spec.onArrival ? null : this.#place(pc, 'waited', program.calendar);
    const operations = place ? toOpen(place) : [];
    const cases = casesOf(program, spec.cases, this.#segmentModel().fields);
    if (!cases) {
      this.#not(pc, 'asks for more than fields of the lead and the last outcome');
      return this.#plain(pc, []);
    }
    const ports = [...new Set(cases.ports)];
    const ways = ports.map((port) => this.#way(pc, port, null));
    if (ways.length === 1) return { operations, part: { type: 'all' }, ways };
    const column = this.columns.get(cases.column) ?? this.columns.size;
    this.columns.set(cases.column, column);
    const wayOf = Int32Array.from(cases.ports, (port) => ports.indexOf(port));
    return { operations, part: { type: 'last', column, wayOf }, ways };
  }

  #split(pc: number): Step {
    const { program } = this.#model;
    const upTo = program.splits[program.arg[pc] ?? 0]?.upTo ?? [];
    const key = hashText(`${program.cadence}/${program.nodes[pc] ?? ''}`);
    const ways = upTo.map((_, port) => this.#way(pc, port, null));
    return { operations: [], part: { type: 'share', key, upTo }, ways };
  }
}

/** A delay of one unit takes at least so many milliseconds: days may lack an hour. */
const LEAST: Readonly<Record<ProgramDelay['unit'], number>> = {
  minutes: 60_000,
  hours: 3_600_000,
  days: 82_800_000,
  weeks: 7 * 82_800_000,
  businessMinutes: 60_000,
  businessHours: 3_600_000,
  businessDays: 82_800_000
};

function partBy(outcomes: Outcomes, values: readonly number[], spot: Spot): Part {
  const { limits, choice } = outcomes;
  if (values.length === 1) return { type: 'all' };
  if (choice) {
    const wayOf = new Int32Array(Math.max(...values) + 2);
    values.forEach((value, way) => (wayOf[value + 1] = way));
    return { type: 'many', spot, choice, wayOf };
  }
  const [limit = 0, other] = limits.map((each) => each / 2);
  return other === undefined ? { type: 'two', spot, limit } : { type: 'three', spot, limit, other };
}
