import { delayFaults, isInstruction } from './check-parts';
import type { FactRef, Predicate, ProgramRequirement } from './facts';
import { OP, type Program } from './program';

/** What is wrong with the facts of a predicate, as the end of a sentence. */
export function predicateFaults(program: Program, predicate: Predicate): string[] {
  if (predicate.type === 'not') return predicateFaults(program, predicate.of);
  if (predicate.type !== 'compare') {
    return predicate.of.flatMap((part) => predicateFaults(program, part));
  }
  return factFaults(program, predicate.fact);
}

export function requirementFaults(
  program: Program,
  requirements: readonly ProgramRequirement[]
): string[] {
  return requirements.flatMap(({ when, servedBy }) => [
    ...predicateFaults(program, when),
    ...servedBy
      .filter((node) => !program.nodes.includes(node))
      .map((node) => `is served by ${node}, which is no step`)
  ]);
}

/** No lead comes to the step -1. */
function factFaults(program: Program, fact: FactRef): string[] {
  switch (fact.type) {
    case 'stepDisposition':
    case 'done': {
      if (fact.pc === -1 || program.op[fact.pc] === OP.task) return [];
      const what = fact.type === 'done' ? 'the end' : 'the disposition';
      return [`asks for ${what} of ${fact.pc}, which is no task`];
    }
    case 'visits':
      if (fact.pc === -1 || isInstruction(program, fact.pc)) return [];
      return [`asks for the visits of ${fact.pc}, which is no instruction`];
    case 'seen': {
      const known = program.signals[fact.signal] !== undefined;
      return [
        ...(known ? [] : [`asks for signal ${fact.signal}, which is none`]),
        ...delayFaults(fact.window)
      ];
    }
    case 'count':
      return delayFaults(fact.window);
    default:
      return [];
  }
}
