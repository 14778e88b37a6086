import { instantOf } from '$lib/calendar';
import type { Scenario } from '$lib/domain';
import type { Program } from '$lib/program';
import { fail, ok, type Result } from '$lib/util';
import type { ArrivalModel } from '../arrivals/arrival-model';
import { arrivalsOf } from '../arrivals/arrivals';
import { cadenceModelOf, type CadenceModel } from './cadence-model';
import { checkMemory, figuresOf } from './figures';
import { compileHours } from './hours-of-people';
import { knownFields } from './fields';
import { realLeadsOf, type RealLeads } from './real-leads';
import { segmentsOf, type SegmentModel } from './segments';
import type { ScenarioFault } from '../statistics/result';
import { numbersOf } from '../statistics/cadence-tally';
import { batchesOf } from '../statistics/batches';
import type { StaffModel } from './staff-model';
import { staffOf } from './staff-of';
import { signalsOf, type SignalModel, type Unheard } from './signal-model';

export type { SegmentModel } from './segments';

/** A program and a scenario joined, ready to run. */
export interface Model extends CadenceModel, ArrivalModel {
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
  /** Null: leads are invented, by their segments alone. */
  readonly realLeads: RealLeads | null;
  /** Null: leads share nothing, so that each is run by itself. */
  readonly staff: StaffModel | null;
  readonly segments: readonly SegmentModel[];
  readonly signals: readonly SignalModel[];
  /** The cadences that leads may come to from it. */
  readonly linked: readonly CadenceModel[];
  /** Whether the general path was asked for. */
  readonly general: boolean;
  /** Whether only the main figures are asked for (SIM-110). */
  readonly brief: boolean;
}

export interface ModelOptions {
  readonly leads?: number;
  readonly seed?: number;
  /** Local date-time of the cadence's calendar. */
  readonly start?: string;
  /** Programs of the file's linked cadences; a handoff to any other is not followed. */
  readonly linked?: readonly Program[];
  /** Take the general path, whether or not the columnar one could. */
  readonly general?: boolean;
  /** What is done with signals that no cadence listens to; without it they are faults. */
  readonly unheard?: Unheard;
  /** Only the main figures: no days, no open time, no first responses, and one batch. */
  readonly brief?: boolean;
}

/** Joins a program with a scenario, or lists everything in the scenario that does not fit. */
export function modelOf(
  program: Program,
  scenario: Scenario,
  options: ModelOptions = {}
): Result<Model, readonly ScenarioFault[]> {
  const faults: ScenarioFault[] = [];
  const figures = figuresOf(scenario, options, faults);
  const programs = [program, ...(options.linked ?? [])] as const;
  const segments = segmentsOf(scenario, knownFields(programs), faults);
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
    segments,
    signals: signalsOf(programs, scenario.signals ?? [], options.unheard ?? 'refused', faults),
    linked: linkedOf(options.linked ?? [], scenario, faults)
  };
  const cadences = [
    { ...parts, path: 'steps' },
    ...parts.linked.map((each) => ({ ...each, path: `linked.${each.program.cadence}` }))
  ];
  const staff = staffOf(scenario, cadences, compileHours, faults);
  const realLeads = realLeadsOf(scenario.arrivals, segments, knownFields(programs), faults);
  if (figures)
    checkMemory(
      figures,
      {
        cells: batchesOf({ ...figures, brief: options.brief ?? false }) * segments.length,
        numbers: numbersOf(program)
      },
      faults
    );
  if (!figures || faults.length > 0) return fail(faults);
  const { leads, seed, local, replications, warmUp } = figures;
  const { calendar } = program;
  const start = instantOf(calendar, local);
  const arrivals = arrivalsOf(scenario.arrivals, { start, leads, seed, calendar });
  if (!arrivals.ok) return arrivals;
  return ok({
    ...parts,
    ...arrivals.value,
    scenario: scenario.id,
    leads,
    seed,
    start,
    realLeads,
    replications,
    warmUp,
    general: options.general ?? false,
    brief: options.brief ?? false,
    midnight: instantOf(calendar, `${local.slice(0, 10)}T00:00`),
    staff
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
