import type { SimulationResult } from '$lib/simulation';
import { bar, count, highest, percent, row, sparkline, time } from './lines';

/** Whoever did the tasks, and how tasks piled up by day. */
export function peopleAndQueues({
  people,
  days,
  replications
}: SimulationResult): readonly string[] {
  if (people.length === 0) return [];
  return [
    row('People', 'tasks', 'busy', 'a task waits, mean'),
    ...people.map((group) =>
      row(
        `${group.name} (${group.count})`,
        count(group.tasks),
        percent(group.utilization),
        group.tasks === 0 ? '' : time(group.waited / group.tasks),
        bar(group.utilization)
      )
    ),
    '',
    ...byDay('Tasks waiting as a day ends', days.waiting, replications),
    ...byDay('Tasks overdue as a day ends', days.overdue, replications)
  ];
}

function byDay(title: string, values: readonly number[], replications: number): readonly string[] {
  const most = highest(values);
  if (most === 0) return [];
  const words = `${title}, at most ${count(Math.round(most / replications))}, over ${values.length} days`;
  return [`  ${words}`, `  ${sparkline(values)}`, ''];
}
