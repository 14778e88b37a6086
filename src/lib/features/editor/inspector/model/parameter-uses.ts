import {
  EXIT_RESULT_NAMES,
  type Cadence,
  type CadenceNode,
  type Delay,
  type Edit,
  type NodeId,
  type Slug
} from '$lib/domain';
import { titleOf } from '$lib/drawing';

/** A place where a parameter stands. */
export interface ParameterUse {
  readonly words: string;
  /** The step it stands in. */
  readonly node?: NodeId;
}

const FIELD_WORDS: Readonly<Record<string, string>> = {
  due: 'due',
  gap: 'time between tries',
  autoSkipAfter: 'skipped after',
  expireAfter: 'canceled after',
  timeout: 'time limit',
  after: 'after',
  until: 'pause',
  delay: 'length'
};

/** Everywhere the parameter stands, in the order of the cadence: nothing that can hold one is forgotten. */
export function usesOf(cadence: Cadence, id: Slug): readonly ParameterUse[] {
  const { dispositions, handlers = [], rules = [], moves = [], touchBudget } = cadence;
  const beside = (words: string, value: unknown): readonly ParameterUse[] =>
    keysOf(value, id).map(() => ({ words }));
  return [
    ...cadence.nodes.flatMap((node) =>
      keysOf(node, id).map((key) => ({ words: wordsOf(node, key), node: node.id }))
    ),
    ...dispositions.flatMap((each) => beside(`Disposition ${each.name || each.id}`, each)),
    ...handlers.flatMap((each) => beside(each.name || 'A handler', each)),
    ...moves.flatMap((each) => beside(each.name || 'A move', each)),
    ...rules.flatMap((rule) =>
      beside(rule.type === 'exitRequires' ? EXIT_RESULT_NAMES[rule.result] : 'A rule', rule)
    ),
    ...beside('Touches over all cadences', touchBudget)
  ];
}

/** The same cadence with the parameter's value written wherever it stood, and the parameter gone. */
export function withoutParameter(cadence: Cadence, id: Slug): Edit | null {
  const parameter = cadence.parameters.find((each) => each.id === id);
  if (!parameter) return null;
  const { duration } = parameter;
  const written = <T>(value: T): T => replaced(value, id, duration) as T;
  const nodes = cadence.nodes.flatMap((node): Edit[] => {
    const next = written(node);
    return next === node ? [] : [{ kind: 'updateNode', node: next }];
  });
  const { dispositions, handlers, moves, rules, touchBudget } = cadence;
  const fields = Object.entries({ dispositions, handlers, moves, rules, touchBudget })
    .map(([name, value]) => [name, value, written<unknown>(value)] as const)
    .filter(([, value, next]) => value !== next)
    .map(([name, , next]) => [name, next]);
  const parameters = cadence.parameters.filter((each) => each.id !== id);
  return {
    kind: 'batch',
    edits: [
      ...nodes,
      {
        kind: 'updateCadence',
        fields: { ...(Object.fromEntries(fields) as Partial<Cadence>), parameters }
      }
    ]
  };
}

function wordsOf(node: CadenceNode, key: string): string {
  const words = FIELD_WORDS[key];
  return words === undefined || node.kind === 'wait' ? titleOf(node) : `${titleOf(node)}: ${words}`;
}

function isNamed(value: unknown, id: Slug): value is Extract<Delay, { parameter: Slug }> {
  return (
    value !== null && typeof value === 'object' && 'parameter' in value && value.parameter === id
  );
}

/** The keys under which the parameter stands. */
function keysOf(value: unknown, id: Slug): readonly string[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, part]) =>
    isNamed(part, id) ? [key] : keysOf(part, id)
  );
}

/** What does not name the parameter stays the same object. */
function replaced(value: unknown, id: Slug, by: Delay): unknown {
  if (isNamed(value, id)) return by;
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) {
    const next = value.map((part: unknown) => replaced(part, id, by));
    return next.some((part, at) => part !== value[at]) ? next : value;
  }
  const entries = Object.entries(value).map(
    ([key, part]) => [key, part, replaced(part, id, by)] as const
  );
  return entries.some(([, part, next]) => part !== next)
    ? Object.fromEntries(entries.map(([key, , next]) => [key, next]))
    : value;
}
