import { addDelay, openBetween, roll } from '$lib/calendar';
import type { Arrivals, Duration } from '$lib/domain';
import { fail, ok, type Result } from '$lib/util';
import type { ScenarioFault } from '../statistics/result';
import type { ArrivalAt, ArrivalModel, Arriving } from './arrival-model';
import { byCurve } from './curve';
import { byList } from './listed';
import { atRandom } from './poisson';
import { inOpenTime } from './spread';

/** The arrival times of a scenario, or what is wrong with them. */
export function arrivalsOf(
  arrivals: Arrivals,
  arriving: Arriving
): Result<ArrivalModel, readonly ScenarioFault[]> {
  switch (arrivals.type) {
    case 'atOnce':
      return ordered(() => arriving.start);
    case 'even':
      return evenly(arriving, arrivals.over);
    case 'curve':
      return ordered(byCurve(arriving, arrivals));
    case 'poisson':
      return ordered(atRandom(arriving, arrivals.perHour));
    case 'list':
      return listed(arriving, arrivals.at, 'arrivals.at', '');
    case 'leads':
      return listed(
        arriving,
        arrivals.leads.map(({ at }) => at),
        'arrivals.leads',
        '.at'
      );
  }
}

function ordered(made: ArrivalAt | ScenarioFault): Result<ArrivalModel, readonly ScenarioFault[]> {
  return typeof made === 'function'
    ? ok({ arrivalAt: made, inOrder: true, even: null })
    : fail([made]);
}

function listed(arriving: Arriving, at: readonly string[], path: string, member: string) {
  const { leads } = arriving;
  const made = byList(arriving, at, { path, pathOf: (place) => `${path}[${place}]${member}` });
  if ('path' in made) return fail([made]);
  const inOrder =
    leads <= at.length && made.every((time, i) => i === 0 || time >= (made[i - 1] ?? 0));
  const arrivalAt: ArrivalAt = (index) => made[index % made.length] ?? 0;
  return ok({ arrivalAt, inOrder, even: null });
}

/** Lead i somewhere in the i-th of equal shares of the open time: in order, without gaps. */
function evenly(
  { calendar, start, leads }: Arriving,
  over: Duration
): Result<ArrivalModel, readonly ScenarioFault[]> {
  const from = roll(calendar, start);
  const open = openBetween(calendar, from, addDelay(calendar, from, over));
  if (open <= 0)
    return fail([{ path: 'arrivals.over', message: 'must spread over some open time' }]);
  const share = open / leads;
  const arrivalAt: ArrivalAt = (index, u) => inOpenTime(calendar, from, (index + u) * share);
  return ok({ arrivalAt, inOrder: true, even: { from, share } });
}
