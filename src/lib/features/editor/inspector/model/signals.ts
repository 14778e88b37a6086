import type { Cadence } from '$lib/domain';

/** The signals that the cadence names anywhere, each once, in order. */
export function signalsOf({ nodes, handlers }: Cadence): readonly string[] {
  const found = new Set<string>();
  collect({ nodes, handlers }, found);
  return [...found].sort();
}

/** Looks through everything, so that no field that can name a signal is forgotten. */
function collect(value: unknown, found: Set<string>): void {
  if (value === null || typeof value !== 'object') return;
  for (const [key, part] of Object.entries(value)) {
    if (key === 'signal' && typeof part === 'string') found.add(part);
    else if (key === 'signals' && Array.isArray(part)) {
      for (const each of part) if (typeof each === 'string') found.add(each);
    } else collect(part, found);
  }
}
