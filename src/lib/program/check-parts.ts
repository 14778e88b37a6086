import type { Program } from './program';
import type { ProgramDelay, SlaSpec } from './specs';

export function exactly(expected: number, ports: number): string[] {
  return ports === expected ? [] : [`has ${ports} ports instead of ${expected}`];
}

export function delayFaults(delay: ProgramDelay | null | undefined): string[] {
  if (!delay || (Number.isSafeInteger(delay.amount) && delay.amount >= 0)) return [];
  return [`has a delay of ${delay.amount}`];
}

/** Weights are kept as running sums. */
export function sumFaults(upTo: readonly number[]): string[] {
  const faults: string[] = [];
  if (upTo.some((sum, i) => !Number.isSafeInteger(sum) || sum < (upTo[i - 1] ?? 0))) {
    faults.push('has weights that are not running sums');
  }
  if ((upTo.at(-1) ?? 0) <= 0) faults.push('has weights of nothing');
  return faults;
}

export function slaFaults(program: Program, { after, action, to }: SlaSpec): string[] {
  const fits = action === 'move' ? isInstruction(program, to) : to === -1;
  return [...delayFaults(after), ...(fits ? [] : [`has a time limit that leads to ${to}`])];
}

export function isInstruction(program: Program, pc: number): boolean {
  return Number.isInteger(pc) && pc >= 0 && pc < program.nodes.length;
}
