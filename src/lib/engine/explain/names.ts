import { EXIT_RESULT_NAMES, type NodeId, type Slug, type StepKey } from '$lib/domain';
import { OP, type Program } from '$lib/program';
import { quoted } from './phrases';

/** Name of a step, quoted; of an exit without a name its result. */
export function stepName(program: Program, pc: number): string {
  return quoted(plainName(program, pc));
}

/** The same without quotes. */
export function plainName(program: Program, pc: number): string {
  const name = program.nodeNames[pc];
  if (name) return name;
  const exit = program.op[pc] === OP.exit ? program.exits[program.arg[pc] ?? 0] : undefined;
  return exit ? EXIT_RESULT_NAMES[exit.result] : (program.nodes[pc] ?? 'a step');
}

export function nodeName(program: Program, node: NodeId): string {
  const pc = program.nodes.indexOf(node);
  return pc < 0 ? quoted(node) : stepName(program, pc);
}

/** The step of a key: its node, and which visit. */
export function splitStep(step: StepKey): { readonly node: NodeId; readonly visit: number } {
  const [node = '', visit = '1'] = step.split('#');
  return { node, visit: Number(visit) };
}

/** A signal as words: `quote accepted`. */
export function signalName(program: Program, index: number): string {
  return signalWords(program.signals[index] ?? '');
}

export function signalWords(signal: Slug): string {
  return signal.replaceAll('-', ' ');
}
