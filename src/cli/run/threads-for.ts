import type { Arguments } from '../command';
import type { Terminal } from '../terminal';

/** A thread takes about as long to start as so many leads to run. */
const WORTH_A_THREAD = 20_000;

/** How many threads so many leads are run on: as many as are asked for, else as are worth it. */
export function threadsFor(
  leads: number,
  { workers }: Pick<Arguments, 'workers'>,
  { cores, threads }: Pick<Terminal, 'cores' | 'threads'>
): number {
  if (!threads) return 1;
  return workers ?? Math.max(1, Math.min(cores, Math.ceil(leads / WORTH_A_THREAD)));
}
