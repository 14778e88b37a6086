import type { Model } from '../model/model';
import { PEOPLE, type PeopleTally } from './people-tally';
import type { PeopleResult } from './result';

/** What each group of people did, in the scenario's order. */
export function peopleOf(
  { staff, replications }: Model,
  tally: PeopleTally
): readonly PeopleResult[] {
  const groups = staff?.groups ?? [];
  return groups.map(({ id, name, role, count }, group) => {
    const sum = (row: number) => tally.sum(group, row);
    let available = 0;
    for (let replication = 0; replication < replications; replication++)
      available += count * (tally.available[replication * groups.length + group] ?? 0);
    const worked = sum(PEOPLE.worked);
    const overtime = sum(PEOPLE.overtime);
    const switching = sum(PEOPLE.switching);
    return {
      id,
      name,
      role,
      count,
      tasks: tally.tasks[group] ?? 0,
      worked,
      overtime,
      switching,
      available,
      utilization: available === 0 ? 0 : (worked + switching - overtime) / available,
      waited: sum(PEOPLE.waited),
      cost: sum(PEOPLE.spent) / 1000
    };
  });
}
