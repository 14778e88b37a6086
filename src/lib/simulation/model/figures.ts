import { isLocalDateTime, type Scenario } from '$lib/domain';
import type { ScenarioFault } from '../statistics/result';

/** Largest number of leads of one simulation, and of those of all its replications. */
const MOST_LEADS = 10_000_000;
const MOST_LEADS_IN_ALL = 100_000_000;
const MOST_REPLICATIONS = 1000;
/** Segments are counted apart in each replication: so many counts fit into memory. */
const MOST_COUNTS = 2000;

/** The plain figures of a scenario, as the options leave them. */
export interface Figures {
  readonly leads: number;
  readonly seed: number;
  /** Local date-time of the start. */
  readonly local: string;
  readonly replications: number;
  readonly warmUp: number;
}

interface Instead {
  readonly leads?: number;
  readonly seed?: number;
  readonly start?: string;
}

/** Null, with faults added, where they make no sense. */
export function figuresOf(
  scenario: Scenario,
  instead: Instead,
  faults: ScenarioFault[]
): Figures | null {
  const { arrivals } = scenario;
  const real = arrivals.type === 'leads' ? arrivals.leads.length : null;
  const leads = instead.leads ?? real ?? scenario.leads;
  const seed = instead.seed ?? scenario.seed;
  const local = instead.start ?? scenario.start;
  const { replications = 1, warmUp = 0, segments = [] } = scenario;
  const before = faults.length;
  const check = (holds: boolean, path: string, message: string): void => {
    if (!holds) faults.push({ path, message });
  };
  const some = isWhole(leads, 1, MOST_LEADS);
  check(some, 'leads', whole(1, MOST_LEADS));
  check(real === null || leads <= real, 'leads', `there are only ${real} real leads`);
  check(Number.isSafeInteger(seed), 'seed', 'must be a whole number');
  check(isLocalDateTime(local), 'start', 'must be a date and time, like 2026-01-05T09:00');
  const reps = 'replications';
  check(isWhole(replications, 1, MOST_REPLICATIONS), reps, whole(1, MOST_REPLICATIONS));
  check(
    !some || !(leads * replications > MOST_LEADS_IN_ALL),
    reps,
    `must not make more than ${MOST_LEADS_IN_ALL} leads in all`
  );
  check(
    !(replications * segments.length > MOST_COUNTS),
    reps,
    `replications times segments must not be above ${MOST_COUNTS}`
  );
  check(isWhole(warmUp, 0, MOST_LEADS), 'warmUp', whole(0, MOST_LEADS));
  check(!some || !(warmUp >= leads), 'warmUp', 'must leave leads to count');
  check(!((scenario.dealValue ?? 0) < 0), 'dealValue', 'must not be negative');
  return faults.length === before ? { leads, seed, local, replications, warmUp } : null;
}

/** Numbers that a tally may hold: a quarter of a gigabyte, on each worker. */
const MOST_NUMBERS = 32_000_000;
/** What a cell takes beside its numbers, in numbers. */
const CELL = 400;

/** Adds a fault where counting every replication, batch and segment apart would not fit into memory. */
export function checkMemory(
  { replications }: Figures,
  { cells, numbers }: { readonly cells: number; readonly numbers: number },
  faults: ScenarioFault[]
): void {
  const most = Math.floor(MOST_NUMBERS / (cells * (numbers + CELL)));
  if (replications > Math.max(1, most))
    faults.push({
      path: 'replications',
      message: `must be ${Math.max(1, most)} at most, with so many segments and steps`
    });
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

function whole(least: number, most: number): string {
  return `must be a whole number from ${least} to ${most}`;
}
