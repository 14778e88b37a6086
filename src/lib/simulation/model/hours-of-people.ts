import { compileCalendar } from '$lib/calendar';
import { canonicalJson } from '$lib/util';

/** More than the groups of one scenario have. */
const KEPT = 32;

const compiled = new Map<string, ReturnType<typeof compileCalendar>>();

/** What `compileCalendar` says, from memory where it was asked of late: models that are compared share hours. */
export const compileHours: typeof compileCalendar = (calendar, { from, to }) => {
  const name = canonicalJson([calendar, from, to]);
  let known = compiled.get(name);
  if (!known) {
    if (compiled.size === KEPT) compiled.clear();
    compiled.set(name, (known = compileCalendar(calendar, { from, to })));
  }
  return known;
};
