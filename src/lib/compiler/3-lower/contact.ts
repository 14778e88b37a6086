import type { ProgramContact } from '$lib/program';
import { inZone } from '../calendar-table';
import type { Lowering } from './lowering';

/** The contact window, as it runs in each zone that leads live in. */
export function lowerContact({ resolved, calendarRow }: Lowering): ProgramContact | null {
  const window = resolved.cadence.contactWindow;
  if (!window) return null;
  const zones = [...new Set(window.zones)].sort();
  return {
    otherwise: calendarRow(window.hours),
    zones,
    byZone: zones.map((tz) => calendarRow(inZone(window.hours, tz)))
  };
}
