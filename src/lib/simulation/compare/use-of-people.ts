import type { Model } from '../model/model';
import { PEOPLE, type PeopleTally } from '../statistics/people-tally';
import type { UnitSums } from './unit-sums';

/**
 * Worked and switching time of a group within its hours, and its open time, by replication. What people
 * did is one sum: it is given to the replication that was run, or in equal parts to all that were. Null:
 * there is no such group.
 */
export function useOfPeople(
  { staff, replications }: Model,
  people: PeopleTally,
  group: string
): UnitSums | null {
  const groups = staff?.groups ?? [];
  const row = groups.findIndex(({ id }) => id === group);
  const count = groups[row]?.count;
  if (count === undefined) return null;
  const below = Array.from(
    { length: replications },
    (_, replication) => count * (people.available[replication * groups.length + row] ?? 0)
  );
  const used =
    people.sum(row, PEOPLE.worked) +
    people.sum(row, PEOPLE.switching) -
    people.sum(row, PEOPLE.overtime);
  const run = below.filter((open) => open > 0).length;
  return { above: below.map((open) => (open > 0 ? used / run : 0)), below };
}
