import type { CadenceFile, CadenceNode, HandlerEffect } from '$lib/domain';

export type EffectType = HandlerEffect['type'];

/** Steps that a lead can be sent to from anywhere. */
export function isLanding({ kind }: CadenceNode): boolean {
  return kind !== 'entry' && kind !== 'note' && kind !== 'join' && kind !== 'exit';
}

/** An effect to begin with. */
export function firstEffect(type: EffectType, { cadence, linked }: CadenceFile): HandlerEffect {
  switch (type) {
    case 'exit':
      return { type, to: cadence.nodes.find(({ kind }) => kind === 'exit')?.id ?? 'exit' };
    case 'jump':
      return { type, to: cadence.nodes.find(isLanding)?.id ?? 'step' };
    case 'start':
      return { type, cadence: linked[0]?.cadence.id ?? cadence.id };
    case 'pause':
      return { type, until: { amount: 5, unit: 'businessDays' } };
  }
}
