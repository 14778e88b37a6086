import { blankCadenceFile, type CadenceFile, type Instant } from '$lib/domain';

const DAY = 24 * 60 * 60 * 1000;

/** Nine o'clock on the next Monday to come, as the calendar on the wall shows it. */
function nextMonday(now: Instant): string {
  const today = new Date(now);
  const ahead = ((8 - today.getDay()) % 7) + (today.getDay() === 1 ? 7 : 0);
  const monday = new Date(now + ahead * DAY);
  const part = (number: number) => String(number).padStart(2, '0');
  return `${monday.getFullYear()}-${part(monday.getMonth() + 1)}-${part(monday.getDate())}T09:00`;
}

/** An empty cadence in this device's time zone, to be kept under an id of its own. */
export function blankFile(id: string, now: Instant): CadenceFile {
  const tz = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return blankCadenceFile({ id, name: 'Untitled cadence', tz, start: nextMonday(now) });
}
