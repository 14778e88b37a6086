import type { MigrationReply } from '$lib/worker/protocol';

/** Whom a new version concerns, of those who are enrolled. */
export interface Affected {
  /** Enrollments that run on the version before. */
  readonly running: number;
  /** Of those: they can move to the new version where they stand. */
  readonly canMove: number;
  /** Of those: what they stand on is gone, lies elsewhere, or would touch them twice. */
  readonly needDecision: number;
  /** On older versions, or ended: the new version is none of their business. */
  readonly others: number;
}

/** Nobody is enrolled. */
export const UNAFFECTED: Affected = { running: 0, canMove: 0, needDecision: 0, others: 0 };

/** Counts enrollments, each of which may stand on several steps at once. */
export function affectedOf({ rows, untouched, stuck }: MigrationReply): Affected {
  const moving = new Map<string, boolean>();
  for (const { lead, enrollment, action, touchedTwice } of rows) {
    const key = `${lead} ${enrollment}`;
    const isEasy = action === 'keep' && !touchedTwice;
    moving.set(key, (moving.get(key) ?? true) && isEasy);
  }
  const canMove = [...moving.values()].filter(Boolean).length;
  return {
    running: moving.size + stuck,
    canMove,
    needDecision: moving.size - canMove + stuck,
    others: untouched
  };
}

/** The same in sentences; nobody is moved by publishing. */
export function affectedWords({
  running,
  canMove,
  needDecision,
  others
}: Affected): readonly string[] {
  if (running + others === 0) {
    return ['Nobody is enrolled yet; new leads will take this version.'];
  }
  const stay = `New leads will take this version. ${people(running + others)} enrolled now: everybody stays on the version they began with.`;
  const lines = [stay];
  if (canMove > 0) lines.push(`${canMove} can move to this version from where they stand.`);
  if (needDecision > 0) {
    lines.push(
      `${needDecision} need${needDecision === 1 ? 's' : ''} a decision before moving: the step they stand on is gone or changed place.`
    );
  }
  return lines;
}

function people(count: number): string {
  return count === 1 ? '1 lead is' : `${count.toLocaleString('en-US')} leads are`;
}
