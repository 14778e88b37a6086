import { compileCalendar, instantOf } from '$lib/calendar';
import { isLocalDateTime, type Scalar, type Scenario } from '$lib/domain';
import type { Program } from '$lib/program';
import { fail, ok, type Result } from '$lib/util';
import { arrivalsOf, type ArrivalAt } from './arrivals';
import { cadenceModelOf, type CadenceModel } from './cadence-model';
import type { ScenarioFault } from '../statistics/result';
import type { StaffModel } from './staff-model';
import { staffOf } from './staff-of';
import { signalsOf, type SignalModel } from './signal-model';

/** Largest number of leads of one simulation. */
const MAX_LEADS = 10_000_000;
const MAX_REPLICATIONS = 1000;

export interface SegmentModel {
  readonly id: string;
  readonly name: string;
  /** Added to the priority of tasks. */
  readonly priority: number;
  /** Money a deal is worth; null: not assumed. */
  readonly dealValue: number | null;
  readonly fields: Readonly<Record<string, Scalar>>;
  /** Running sum of the weights, as a share of the whole. */
  readonly upTo: number;
}

/** A program and a scenario joined, ready to run. */
export interface Model extends CadenceModel {
  readonly scenario: string;
  readonly leads: number;
  readonly seed: number;
  /** How often the leads are run, with other draws. */
  readonly replications: number;
  /** So many of the first leads are not counted. */
  readonly warmUp: number;
  /** The local midnight at or before the start; an instant. */
  readonly midnight: number;
  readonly start: number;
  readonly arrivalAt: ArrivalAt;
  /** Whether no lead arrives before one with a lower number. */
  readonly inOrder: boolean;
  /** Null: leads share nothing, so that each is run by itself. */
  readonly staff: StaffModel | null;
  readonly segments: readonly SegmentModel[];
  readonly signals: readonly SignalModel[];
  /** The cadences that leads may come to from it. */
  readonly linked: readonly CadenceModel[];
}

export interface ModelOptions {
  readonly leads?: number;
  readonly seed?: number;
  /** Local date-time of the cadence's calendar. */
  readonly start?: string;
  /** Programs of the file's linked cadences; a handoff to any other is not followed. */
  readonly linked?: readonly Program[];
  /** Compiles calendars of people; given by hosts that keep what they compiled. */
  readonly compileCalendar?: typeof compileCalendar;
  /** Take the general path, whether or not the columnar one could. */
  readonly general?: boolean;
}

/** Joins a program with a scenario, or lists everything in the scenario that does not fit. */
export function modelOf(
  program: Program,
  scenario: Scenario,
  options: ModelOptions = {}
): Result<Model, readonly ScenarioFault[]> {
  const faults: ScenarioFault[] = [];
  const leads = options.leads ?? scenario.leads;
  const seed = options.seed ?? scenario.seed;
  const local = options.start ?? scenario.start;
  if (!Number.isInteger(leads) || leads < 1 || leads > MAX_LEADS)
    faults.push({ path: 'leads', message: `must be a whole number from 1 to ${MAX_LEADS}` });
  if (!Number.isInteger(seed)) faults.push({ path: 'seed', message: 'must be a whole number' });
  if (!isLocalDateTime(local))
    faults.push({ path: 'start', message: 'must be a date and time, like 2026-01-05T09:00' });
  const replications = scenario.replications ?? 1;
  if (!Number.isInteger(replications) || replications < 1 || replications > MAX_REPLICATIONS)
    faults.push({
      path: 'replications',
      message: `must be a whole number from 1 to ${MAX_REPLICATIONS}`
    });
  const warmUp = scenario.warmUp ?? 0;
  if (warmUp >= leads) faults.push({ path: 'warmUp', message: 'must leave leads to count' });
  const parts = {
    ...cadenceModelOf(
      {
        program,
        assumed: scenario.steps,
        segments: scenario.segments ?? [],
        path: 'steps',
        realm: ''
      },
      faults
    ),
    segments: segmentsOf(scenario, faults),
    signals: signalsOf(program, scenario.signals ?? [], faults),
    linked: linkedOf(options.linked ?? [], scenario, faults)
  };
  const cadences = [
    { ...parts, path: 'steps' },
    ...parts.linked.map((each) => ({ ...each, path: `linked.${each.program.cadence}` }))
  ];
  const staff = staffOf(scenario, cadences, options.compileCalendar ?? compileCalendar, faults);
  if (faults.length > 0) return fail(faults);
  const start = instantOf(program.calendar, local);
  const arrivalAt = arrivalsOf(scenario.arrivals, start, leads, program.calendar);
  if (typeof arrivalAt === 'string') return fail([{ path: 'arrivals', message: arrivalAt }]);
  return ok({
    ...parts,
    scenario: scenario.id,
    leads,
    seed,
    start,
    arrivalAt,
    inOrder: scenario.arrivals.type !== 'list' && scenario.arrivals.type !== 'leads',
    replications,
    warmUp,
    midnight: instantOf(program.calendar, `${local.slice(0, 10)}T00:00`),
    staff
  });
}

function segmentsOf(scenario: Scenario, faults: ScenarioFault[]): readonly SegmentModel[] {
  const segments = scenario.segments ?? [];
  const everybody = { priority: 0, dealValue: scenario.dealValue ?? null };
  if (segments.length === 0) return [{ id: '', name: '', fields: {}, upTo: 1, ...everybody }];
  const whole = segments.reduce((sum, { weight }) => sum + weight, 0);
  if (!(whole > 0)) faults.push({ path: 'segments', message: 'must have a weight above 0' });
  let sum = 0;
  return segments.map(({ id, name, fields, weight, priority, dealValue }) => {
    sum += weight;
    return {
      id,
      name,
      fields,
      upTo: sum / whole,
      priority: priority ?? everybody.priority,
      dealValue: dealValue ?? everybody.dealValue
    };
  });
}

function linkedOf(
  programs: readonly Program[],
  { linked = {}, segments = [] }: Scenario,
  faults: ScenarioFault[]
): readonly CadenceModel[] {
  for (const cadence of Object.keys(linked))
    if (!programs.some((program) => program.cadence === cadence))
      faults.push({ path: `linked.${cadence}`, message: 'there is no such linked cadence' });
  return programs.map((program) => {
    const { cadence } = program;
    const assumed = Object.hasOwn(linked, cadence) ? (linked[cadence] ?? {}) : {};
    const path = `linked.${cadence}`;
    return cadenceModelOf({ program, assumed, segments, path, realm: `${cadence}/` }, faults);
  });
}

/** Whether single touches are kept: where the cadence looks at them, or one of them may bounce. */
export function keepsLog({ program, signals }: Model): boolean {
  return program.needsLog || signals.some(({ bounces }) => bounces);
}
