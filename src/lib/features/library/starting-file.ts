import {
  blankCadenceFile,
  parseCadenceValue,
  type CadenceFile,
  type CadenceId,
  type Instant
} from '$lib/domain';

const DAY = 24 * 60 * 60_000;

/** Where and when a new cadence is at home: the person's zone, where that is one, and next Monday morning. */
export function homeOf(now: Instant, tz: string): { readonly tz: string; readonly start: string } {
  return { tz: isZone(tz) ? tz : 'UTC', start: `${nextMonday(now)}T09:00` };
}

/** A blank cadence in the person's time zone, whose simulation begins next Monday morning. */
export function startingFile(id: CadenceId, now: Instant, tz: string): CadenceFile {
  const options = { id, name: 'Untitled cadence', start: `${nextMonday(now)}T09:00` };
  const local = parseCadenceValue(blankCadenceFile({ ...options, tz }));
  return local.ok && isZone(tz) ? local.value : blankCadenceFile(options);
}

/** Browsers that do not know where they are say so with a name that is no zone, as "Etc/Unknown". */
function isZone(tz: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: tz }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function nextMonday(now: Instant): string {
  const days = (8 - new Date(now).getUTCDay()) % 7 || 7;
  return new Date(now + days * DAY).toISOString().slice(0, 10);
}
