import { instantOf } from '$lib/calendar';
import {
  isLocalDateTime,
  type OutcomeChance,
  type Scalar,
  type Scenario,
  type StepAssumption
} from '$lib/domain';
import { hashText } from '$lib/engine';
import { OP, type Program } from '$lib/program';
import { fail, ok, type Result } from '$lib/util';
import { arrivalsOf, type ArrivalAt } from './arrivals';
import type { DelaySampler } from './delay';
import { delaySampler } from './delay';
import type { ScenarioFault } from './result';
import { samplerOf, type Sampler } from './sampler';

/** Largest number of leads of one simulation. */
const MAX_LEADS = 10_000_000;

/** Chances may miss 1 by this much: they are typed by people in per cent. */
const CHANCE_SLACK = 1e-9;

export interface SegmentModel {
  readonly fields: Readonly<Record<string, Scalar>>;
  /** Running sum of the weights, as a share of the whole. */
  readonly upTo: number;
}

/** Outcomes of one step for one segment: running sums of the chances and the dispositions they mean. */
export interface OutcomeTable {
  readonly upTo: Float64Array;
  readonly dispositions: Int32Array;
}

/** What is assumed of one instruction. */
export interface StepModel {
  /** `hashText` of the node id: the place of its draws. */
  readonly key: number;
  /** One table a segment; null: always "done, no disposition". */
  readonly outcomes: readonly OutcomeTable[] | null;
  /** Minutes. */
  readonly effort: Sampler | null;
  readonly delay: DelaySampler | null;
}

/** A program and a scenario joined, ready to run. */
export interface Model {
  readonly program: Program;
  readonly scenario: string;
  readonly leads: number;
  readonly seed: number;
  readonly arrivalAt: ArrivalAt;
  readonly segments: readonly SegmentModel[];
  readonly steps: readonly StepModel[];
}

export interface ModelOptions {
  readonly leads?: number;
  readonly seed?: number;
  /** Local date-time of the cadence's calendar. */
  readonly start?: string;
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
  faults.push(...notYet(scenario));
  const segments = segmentsOf(scenario, faults);
  const steps = stepsOf(program, scenario, segments.length, faults);
  if (faults.length > 0) return fail(faults);
  const start = instantOf(program.calendar, local);
  const arrivalAt = arrivalsOf(scenario.arrivals, start, leads, program.calendar);
  if (typeof arrivalAt === 'string') return fail([{ path: 'arrivals', message: arrivalAt }]);
  return ok({ program, scenario: scenario.id, leads, seed, arrivalAt, segments, steps });
}

/** Assumptions that the file can hold and this simulator does not follow: refused, never ignored. */
function notYet(scenario: Scenario): ScenarioFault[] {
  const present: readonly [string, boolean][] = [
    ['signals', (scenario.signals ?? []).length > 0],
    ['people', (scenario.people ?? []).length > 0],
    ['dealValue', scenario.dealValue !== undefined],
    ['warmUp', (scenario.warmUp ?? 0) > 0]
  ];
  return present
    .filter(([, there]) => there)
    .map(([path]) => ({ path, message: 'cannot be simulated yet; take it out of the scenario' }));
}

function segmentsOf(scenario: Scenario, faults: ScenarioFault[]): readonly SegmentModel[] {
  const segments = scenario.segments ?? [];
  if (segments.length === 0) return [{ fields: {}, upTo: 1 }];
  const whole = segments.reduce((sum, { weight }) => sum + weight, 0);
  if (!(whole > 0)) faults.push({ path: 'segments', message: 'must have a weight above 0' });
  let sum = 0;
  return segments.map(({ fields, weight }) => {
    sum += weight;
    return { fields, upTo: sum / whole };
  });
}

function stepsOf(
  program: Program,
  scenario: Scenario,
  segments: number,
  faults: ScenarioFault[]
): readonly StepModel[] {
  return program.nodes.map((node, pc) => {
    const assumed = Object.hasOwn(scenario.steps, node) ? scenario.steps[node] : undefined;
    return stepOf(program, scenario, assumed ?? {}, pc, segments, faults);
  });
}

function stepOf(
  program: Program,
  scenario: Scenario,
  assumed: StepAssumption,
  pc: number,
  segments: number,
  faults: ScenarioFault[]
): StepModel {
  const node = program.nodes[pc] ?? '';
  const path = `steps.${node}`;
  const op = program.op[pc];
  const isTask = op === OP.task;
  if (!isTask && (assumed.outcomes || assumed.effort))
    faults.push({ path, message: 'only actions have outcomes and effort' });
  if (assumed.delay && !isTask && op !== OP.wait)
    faults.push({ path: `${path}.delay`, message: 'only actions and waits can be delayed' });
  return {
    key: hashText(node),
    outcomes: isTask ? outcomesOf(program, scenario, assumed, pc, segments, faults) : null,
    effort: assumed.effort ? sampler(assumed.effort, `${path}.effort`, faults) : null,
    delay: assumed.delay ? delayOf(assumed.delay, `${path}.delay`, faults) : null
  };
}

function sampler(
  distribution: NonNullable<StepAssumption['effort']>,
  path: string,
  faults: ScenarioFault[]
): Sampler | null {
  const made = samplerOf(distribution);
  if (typeof made !== 'string') return made;
  faults.push({ path, message: made });
  return null;
}

function delayOf(
  delay: NonNullable<StepAssumption['delay']>,
  path: string,
  faults: ScenarioFault[]
): DelaySampler | null {
  const made = sampler(delay.distribution, path, faults);
  return made && delaySampler(made, delay.unit);
}

function outcomesOf(
  program: Program,
  scenario: Scenario,
  { outcomes = [] }: StepAssumption,
  pc: number,
  segments: number,
  faults: ScenarioFault[]
): readonly OutcomeTable[] | null {
  if (outcomes.length === 0) return null;
  const path = `steps.${program.nodes[pc] ?? ''}.outcomes`;
  const offered = program.tasks[program.arg[pc] ?? 0]?.dispositions ?? [];
  const dispositions = outcomes.map(({ disposition }, place) => {
    const index = program.dispositions.findIndex(({ id }) => id === disposition);
    if (!offered.includes(index))
      faults.push({
        path: `${path}[${place}]`,
        message: `the step does not offer "${disposition}"`
      });
    return index;
  });
  return Array.from({ length: segments }, (_, segment) => {
    const id = scenario.segments?.[segment]?.id;
    let sum = 0;
    const upTo = outcomes.map((outcome) => (sum += chanceOf(outcome, id)));
    if (outcomes.some((outcome) => !(chanceOf(outcome, id) >= 0)) || sum > 1 + CHANCE_SLACK)
      faults.push({ path, message: 'chances must be 0 or more and sum to 1 at most' });
    return { upTo: Float64Array.from(upTo), dispositions: Int32Array.from(dispositions) };
  });
}

function chanceOf(outcome: OutcomeChance, segment: string | undefined): number {
  const own = segment === undefined ? undefined : outcome.bySegment?.[segment];
  return own ?? outcome.chance;
}
