import type { Condition, NodeId, Requirement } from '$lib/domain';
import type { ResolvedCadence } from '../1-resolve/resolve';

/** A condition, and where it is written. */
export interface PlacedCondition {
  readonly when: Condition;
  /** What it decides, as it begins a sentence's second half. */
  readonly what: string;
  /** Absent for the cadence's own. */
  readonly node?: NodeId;
  readonly field: string;
}

/** Every condition of the cadence itself and of its live steps. */
export function conditionsOf({ cadence, live }: ResolvedCadence): PlacedCondition[] {
  const { handlers = [], moves = [] } = cadence;
  return [
    ...handlers.flatMap(({ name, id, when }) =>
      when ? [{ when, what: `the condition of “${name || id}”`, field: 'handlers' }] : []
    ),
    ...moves.flatMap(({ requirements }) => requirementsOf(requirements, { field: 'moves' })),
    ...live.flatMap((node): PlacedCondition[] => {
      const place = { node: node.id, field: 'requirements' };
      switch (node.kind) {
        case 'entry': {
          const { criteria } = node;
          return criteria
            ? [{ when: criteria, what: 'who comes in', ...place, field: 'criteria' }]
            : [];
        }
        case 'stage':
        case 'action':
        case 'exit':
          return requirementsOf(node.requirements, place);
        case 'wait': {
          const when = node.until.type === 'event' ? node.until.condition : undefined;
          return when ? [{ when, what: 'what it waits for', ...place, field: 'until' }] : [];
        }
        case 'branch':
          if (node.by.type !== 'condition') return [];
          return node.by.cases.map(({ when, name, id }) => ({
            when,
            what: `“${name || id}”`,
            node: node.id,
            field: 'by'
          }));
        default:
          return [];
      }
    })
  ];
}

function requirementsOf(
  requirements: readonly Requirement[] | undefined,
  place: Pick<PlacedCondition, 'node' | 'field'>
): PlacedCondition[] {
  return (requirements ?? []).map(({ when, text, id }) => ({
    when,
    what: `“${text || id}”`,
    ...place
  }));
}
