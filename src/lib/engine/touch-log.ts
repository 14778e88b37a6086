/** What became of a touch. */
export const TOUCH = { completed: 0, missed: 1, skipped: 2, bounced: 3 } as const;
export type TouchOutcome = (typeof TOUCH)[keyof typeof TOUCH];

/** One touch, or a step that was skipped instead. */
export interface Touch {
  readonly at: number;
  /** Row of a channel in the state's columns. */
  readonly channel: number;
  /** Changed when it bounces. */
  outcome: TouchOutcome;
  followUp: boolean;
  readonly answered: boolean;
  /** Where it was made; changed by a migration. */
  pc: number;
  readonly visit: number;
}

/** Touches in the order they were made. */
export type TouchLog = Touch[];

export function emptyLog(): TouchLog {
  return [];
}
