import { EXIT_RESULT_NAMES } from '$lib/domain';
import { OP, type Program } from '$lib/program';
import type { Attempt } from '../explanation';
import { nodeName, plainName, splitStep } from './names';
import { quoted } from './phrases';

/** What was asked for, as the beginning of a sentence: `“Call”`, `Not interested`. */
export function subjectOf(attempt: Attempt, program: Program | null): string {
  switch (attempt.type) {
    case 'move':
      return moveName(attempt, program);
    case 'exit':
      return EXIT_RESULT_NAMES[attempt.result];
    case 'enroll':
      return program ? quoted(program.name) : 'the cadence';
    default: {
      const { node } = splitStep(attempt.step);
      return program ? nodeName(program, node) : quoted(node);
    }
  }
}

function moveName(
  { move, to }: Extract<Attempt, { type: 'move' }>,
  program: Program | null
): string {
  if (!program) return quoted(to);
  const name = program.moves.find(({ id }) => id === move)?.name;
  if (name) return name;
  const pc = program.nodes.indexOf(to);
  return program.op[pc] === OP.exit ? plainName(program, pc) : nodeName(program, to);
}
