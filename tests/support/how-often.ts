const IS_LONG = process.env['LONG_TESTS'] === '1';

/** How often a property is tried: a few times in `npm test`, many in `npm run test:long`. */
export function times(few: number, many: number): number {
  return IS_LONG ? many : few;
}

/** Milliseconds that a property may take. */
export const PATIENCE = IS_LONG ? 3_600_000 : 120_000;
