import type { Cadence, Edit, WaitNode, WaitUntil } from '$lib/domain';
import { newEdge, wayOf } from './connect';

export type WaitType = WaitUntil['type'];

/** Lets a wait wait for something else of this type, to begin with. */
export function waitFor(cadence: Cadence, node: WaitNode, type: WaitType): Edit {
  return waitUntil(cadence, node, fresh(cadence, type));
}

/**
 * Lets a wait wait for something else. Its way on stays: a wait for an event goes on where the wait
 * led to before, both when it is met and when time is up, until the author draws it otherwise.
 */
export function waitUntil(cadence: Cadence, node: WaitNode, until: WaitUntil): Edit {
  const update: Edit = { kind: 'updateNode', node: { ...node, until } };
  const before = portsOf(node.until.type);
  const after = portsOf(until.type);
  if (before.length === after.length) return update;
  const edges = before.flatMap((port) => wayOf(cadence, node.id, port) ?? []);
  const to = edges[0]?.to;
  const cut = edges.map(({ id }): Edit => ({ kind: 'disconnect', id }));
  const drawn = to === undefined ? [] : after.map((port) => newEdge(cadence, node.id, port, to));
  return { kind: 'batch', edits: [update, ...cut, ...drawn] };
}

function portsOf(type: WaitType): readonly string[] {
  return type === 'event' ? ['met', 'timeout'] : ['next'];
}

function fresh({ fields }: Cadence, type: WaitType): WaitUntil {
  switch (type) {
    case 'duration':
      return { type, delay: { amount: 1, unit: 'businessDays' } };
    case 'date':
      return { type, field: fields.find((field) => field.type === 'date')?.id ?? 'date' };
    case 'weekday':
      return { type, days: ['mon'], time: '09:00' };
    case 'event':
      return { type, signals: ['reply'], timeout: { amount: 3, unit: 'businessDays' } };
  }
}
