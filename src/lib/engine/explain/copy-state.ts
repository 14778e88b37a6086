import type { RunState } from '../state';

/** Parts that no transition writes to: shared with the copy. */
const SHARED: ReadonlySet<string> = new Set(['fields', 'history', 'splitKeys']);

/** A copy of a run that can be led on without a trace in the original. */
export function copyState(state: RunState): RunState {
  const copy: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(state))
    copy[key] = SHARED.has(key) ? value : copyPart(value);
  return copy as unknown as RunState;
}

function copyPart(value: unknown): unknown {
  if (value instanceof Int32Array || value instanceof Uint8Array || value instanceof Float64Array)
    return value.slice();
  if (Array.isArray(value))
    return value.map((row: unknown) =>
      typeof row === 'object' && row !== null ? { ...row } : row
    );
  return value;
}
