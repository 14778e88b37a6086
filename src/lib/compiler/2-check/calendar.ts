import type { WorkCalendar } from '$lib/calendar';
import { diagnose } from '../diagnostics/catalogue';
import type { Diagnostic } from '../diagnostics/diagnostic';

/** CMP-37, CMP-38: why there are no working hours to run on. */
export function diagnoseCalendar(
  { week }: WorkCalendar,
  reason: string,
  field: string
): Diagnostic {
  const open = Object.values(week).some((ranges) => ranges.length > 0);
  return open
    ? diagnose('bad-calendar', [reason], { field })
    : diagnose('calendar-never-open', [], { field });
}
