import type { Cadence, Handler, HandlerEffect, Rule } from '$lib/domain';
import { mentionsOfCondition } from './of-condition';
import { mentionsOfNode, mentionsOfRequirements } from './of-node';
import { mention, mentionDelay, type Mention, type Reference } from './reference';

/** Every name that the cadence mentions: its own first, then those of each step. */
export function referencesOf(cadence: Cadence): Reference[] {
  const ofSteps = cadence.nodes.flatMap((node) =>
    mentionsOfNode(node).map((found) => ({ ...found, node: node.id }))
  );
  return [...ofSettings(cadence), ...ofSteps];
}

function ofSettings({ dispositions, handlers, moves, rules, touchBudget }: Cadence): Mention[] {
  return [
    ...dispositions.flatMap(({ after }) => mentionDelay(after, 'dispositions')),
    ...(handlers ?? []).flatMap(ofHandler),
    ...(moves ?? []).flatMap(({ to, requirements }) => [
      ...mention('step', to, 'moves'),
      ...mentionsOfRequirements(requirements).map((found) => ({ ...found, field: 'moves' }))
    ]),
    ...(rules ?? []).flatMap(ofRule),
    ...mentionDelay(touchBudget?.within, 'touchBudget')
  ];
}

function ofHandler({ on, when, effect }: Handler): Mention[] {
  return [
    ...(on.type === 'disposition'
      ? mention('disposition', on.disposition, 'handlers')
      : mention('signal', on.signal, 'handlers')),
    ...mentionsOfCondition(when, 'handlers'),
    ...ofEffect(effect)
  ];
}

function ofEffect(effect: HandlerEffect): Mention[] {
  switch (effect.type) {
    case 'start':
      return mention('cadence', effect.cadence, 'handlers');
    case 'pause':
      return mentionDelay(effect.until, 'handlers');
    default:
      return mention('step', effect.to, 'handlers');
  }
}

function ofRule(rule: Rule): Mention[] {
  return rule.type === 'verdictWithin' ? mentionDelay(rule.limit, 'rules') : [];
}
