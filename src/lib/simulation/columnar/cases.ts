import type { Scalar } from '$lib/domain';
import { NO_DISPOSITION, createState, holds } from '$lib/engine';
import type { FactRef, Predicate, Program } from '$lib/program';

/** Which case of a branch holds, whatever was found out last. */
export interface Cases {
  /** Name of what it looks at; '' where it looks at nothing that changes. */
  readonly column: string;
  /** Port for each disposition, from -1 on. */
  readonly ports: readonly number[];
}

/** The cases of a branch for leads with these fields; null where they ask for anything else. */
export function casesOf(
  program: Program,
  cases: readonly Predicate[],
  fields: Readonly<Record<string, Scalar>>
): Cases | null {
  const facts = cases.flatMap(factsOf).filter(({ type }) => type !== 'field');
  const names = [...new Set(facts.map(nameOf))];
  if (names.length > 1 || names.includes(null)) return null;
  const state = createState(program);
  state.fields = fields;
  const ports: number[] = [];
  for (let last = NO_DISPOSITION; last < program.dispositions.length; last++) {
    state.lastDisposition = last;
    state.channelDisposition.fill(last);
    state.stepDisposition.fill(last);
    const first = cases.findIndex((each) => holds(program, state, each, 0));
    ports.push(first < 0 ? cases.length : first);
    if (names.length === 0) break;
  }
  return { column: names[0] ?? '', ports };
}

/** The column of a fact; null: there is none. */
function nameOf(fact: FactRef): string | null {
  if (fact.type === 'lastDisposition') return `of ${fact.channel ?? 'all'}`;
  return fact.type === 'stepDisposition' ? `at ${fact.pc}` : null;
}

/** The names of the columns that a touch of an instruction is written to. */
export function columnsOf(program: Program, pc: number): readonly string[] {
  const channel = program.tasks[program.arg[pc] ?? 0]?.channel ?? '';
  return ['of all', `of ${channel}`, `at ${pc}`];
}

function factsOf(predicate: Predicate): FactRef[] {
  switch (predicate.type) {
    case 'compare':
      return [predicate.fact];
    case 'not':
      return factsOf(predicate.of);
    default:
      return predicate.of.flatMap(factsOf);
  }
}
