/** Lengths of time whose distribution is kept. */
export const TIMES = ['elapsed', 'cycle', 'firstResponse'] as const;
export type TimeName = (typeof TIMES)[number];

export function isTime(name: string): name is TimeName {
  return TIMES.some((time) => time === name);
}
