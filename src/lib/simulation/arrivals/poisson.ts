import { roll } from '$lib/calendar';
import { Draws, PURPOSE } from '../chance/draw';
import { ln } from '../chance/exact-math';
import type { ScenarioFault } from '../statistics/result';
import type { Arriving, ArrivalAt } from './arrival-model';
import { inOpenTime } from './spread';

const HOUR = 3_600_000;
/** Open hours until the last lead; more than two hundred years of them. */
const MOST_HOURS = 2_000_000;

/**
 * Leads at random: open time between one and the next is exponential, whatever was before. Each gap is
 * the lead's own draw; where leads arrive is added up once for each replication.
 */
export function atRandom(
  { calendar, start, leads, seed }: Arriving,
  perHour: number
): ArrivalAt | ScenarioFault {
  const path = 'arrivals.perHour';
  if (!(perHour > 0)) return { path, message: 'must be above 0' };
  if (leads / perHour > MOST_HOURS)
    return { path, message: `must bring the last lead within ${MOST_HOURS} open hours` };
  const from = roll(calendar, start);
  let known = -1;
  let elapsed: Float64Array = new Float64Array(0);
  return (index, _, replication = 0) => {
    if (replication !== known) {
      elapsed = gaps(new Draws(seed, replication), leads, HOUR / perHour);
      known = replication;
    }
    return inOpenTime(calendar, from, elapsed[index] ?? 0);
  };
}

/** Open milliseconds from the start to each lead. */
function gaps(draws: Draws, leads: number, mean: number): Float64Array {
  const elapsed = new Float64Array(leads);
  let sum = 0;
  for (let index = 0; index < leads; index++) {
    draws.lead(index);
    sum += -mean * ln(1 - draws.uniform(0, 1, PURPOSE.arrival));
    elapsed[index] = sum;
  }
  return elapsed;
}
