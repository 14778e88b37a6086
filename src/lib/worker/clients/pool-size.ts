/** More workers than this are never busy: a run has twenty shares. */
const MOST = 8;

/** How many compute workers a machine with so many cores gets: one core is the page's. */
export function poolSize(cores: number): number {
  return Math.min(MOST, Math.max(1, cores - 1));
}
