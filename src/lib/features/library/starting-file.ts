import {
  blankCadenceFile,
  parseCadenceValue,
  type CadenceFile,
  type CadenceId,
  type Instant
} from '$lib/domain';

/** Any id: only the zone is looked at. */
const SOME_ID: CadenceId = '0'.repeat(26);
const DAY = 24 * 60 * 60_000;

/** Where and when a new cadence is at home: the person's zone, where that is one, and next Monday morning. */
export function homeOf(now: Instant, tz: string): { readonly tz: string; readonly start: string } {
  return { tz: isZone(tz) ? tz : 'UTC', start: `${nextMonday(now)}T09:00` };
}

/** A blank cadence in the person's time zone, whose simulation begins next Monday morning. */
export function startingFile(id: CadenceId, now: Instant, tz: string): CadenceFile {
  return blankCadenceFile({ id, name: 'Untitled cadence', ...homeOf(now, tz) });
}

/**
 * Browsers that do not know where they are say so with a name that is no zone, as "Etc/Unknown"; and
 * some know zones that no cadence file may name.
 */
function isZone(tz: string): boolean {
  try {
    const known = new Intl.DateTimeFormat('en-US', { timeZone: tz }).resolvedOptions().timeZone;
    return known !== '' && parseCadenceValue(blankCadenceFile({ id: SOME_ID, name: '', tz })).ok;
  } catch {
    return false;
  }
}

function nextMonday(now: Instant): string {
  const days = (8 - new Date(now).getUTCDay()) % 7 || 7;
  return new Date(now + days * DAY).toISOString().slice(0, 10);
}
