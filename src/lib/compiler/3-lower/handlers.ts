import type { Handler, HandlerEffect } from '$lib/domain';
import type { ProgramEffect, ProgramHandler } from '$lib/program';
import { lowerCondition } from './condition';
import type { Lowering } from './lowering';

/** What the cadence does wherever the lead stands, in the author's order. */
export function lowerHandlers(lowering: Lowering): ProgramHandler[] {
  return (lowering.resolved.cadence.handlers ?? []).map(({ id, name, on, when, effect }) => ({
    id,
    name,
    on: triggerOf(on, lowering),
    when: when ? lowerCondition(when, lowering) : null,
    effect: effectOf(effect, lowering)
  }));
}

function triggerOf(on: Handler['on'], { signalOf, dispositionOf }: Lowering): ProgramHandler['on'] {
  return on.type === 'signal'
    ? { type: 'signal', index: signalOf(on.signal) }
    : { type: 'disposition', index: dispositionOf(on.disposition) };
}

function effectOf(effect: HandlerEffect, { pcOf, delay }: Lowering): ProgramEffect {
  switch (effect.type) {
    case 'start':
      return { type: 'start', cadence: effect.cadence };
    case 'pause':
      return { type: 'pause', until: delay(effect.until) };
    default:
      return { type: effect.type, to: pcOf(effect.to) };
  }
}
