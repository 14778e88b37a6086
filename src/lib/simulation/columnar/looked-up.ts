import type { CalendarTable } from './calendar-table';
import type { Flow, Operation } from './flow';
import type { Column } from './numbers';

/** All columns that kernels look up for the leads of some flows, and for people with these hours. */
export function lookedUpIn(
  flows: readonly Flow[],
  hours: readonly CalendarTable[]
): readonly Column[] {
  const columns = new Set<Column>(hours.flatMap(({ found }) => Object.values(found)));
  for (const { groups, calendar } of flows) {
    for (const column of Object.values(calendar.found)) columns.add(column);
    for (const { operations } of groups)
      for (const operation of operations)
        for (const column of lookedUpBy(operation)) columns.add(column);
  }
  return [...columns];
}

function lookedUpBy(operation: Operation): readonly Column[] {
  return [
    ...('table' in operation ? Object.values(operation.table.found) : []),
    ...('jumps' in operation ? Object.values(operation.jumps.found) : []),
    ...('drawn' in operation ? [operation.drawn.lines] : []),
    ...('work' in operation ? operation.work.flatMap(lookedUpBy) : [])
  ];
}
