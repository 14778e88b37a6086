import {
  blankCadenceFile,
  parseCadenceValue,
  type CadenceFile,
  type CadenceId,
  type Instant
} from '$lib/domain';

const DAY = 24 * 60 * 60_000;

/** A blank cadence in the person's time zone, whose simulation begins next Monday morning. */
export function startingFile(id: CadenceId, now: Instant, tz: string): CadenceFile {
  const options = { id, name: 'Untitled cadence', start: `${nextMonday(now)}T09:00` };
  const local = parseCadenceValue(blankCadenceFile({ ...options, tz }));
  // Browsers name zones that a cadence may not be in, such as "Etc/Unknown".
  return local.ok ? local.value : blankCadenceFile(options);
}

function nextMonday(now: Instant): string {
  const days = (8 - new Date(now).getUTCDay()) % 7 || 7;
  return new Date(now + days * DAY).toISOString().slice(0, 10);
}
