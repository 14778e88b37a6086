import type { CadenceFile } from '$lib/domain';
import type { Program } from '$lib/program';
import { CalendarCache } from './calendar-cache';
import { compile } from './compile';

/** Programs of a file's linked cadences, in the file's order; those with errors are left out. */
export function compileLinked(
  { cadence, linked }: CadenceFile,
  calendars = new CalendarCache()
): readonly Program[] {
  const all = [cadence, ...linked.map((each) => each.cadence)];
  return linked.flatMap((each) => {
    const { program } = compile(each.cadence, { linked: all, calendars });
    return program ?? [];
  });
}
