import { OP, type Program, type VariantSpec } from '$lib/program';
import { mix } from './hash';
import type { RunState } from './state';
import { taskAt } from './tables';

/** The lead's place among `whole` at an instruction: sticky for a lead, a cadence and a node (ENG-7). */
export function shareOf(state: RunState, pc: number, whole: number): number {
  return (mix(state.leadKey ^ (state.splitKeys[pc] ?? 0)) >>> 0) % Math.max(1, whole);
}

/** The variant of a task that the lead gets, by the same rule as a split; null: it has none. */
export function variantOf(program: Program, state: RunState, pc: number): VariantSpec | null {
  if (program.op[pc] !== OP.task) return null;
  const { variants } = taskAt(program, pc);
  const place = shareOf(state, pc, variants[variants.length - 1]?.upTo ?? 0);
  return variants.find(({ upTo }) => place < upTo) ?? variants[variants.length - 1] ?? null;
}
