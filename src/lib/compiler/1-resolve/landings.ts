import type { NodeId } from '$lib/domain';
import type { ResolvedCadence } from './resolve';

type Read = Pick<ResolvedCadence, 'cadence' | 'live'>;

/** Steps that leads come to without a connection: by a handler, a move, or a time limit of a live step. */
export function landingsOf({ cadence, live }: Read): NodeId[] {
  return [
    ...(cadence.handlers ?? []).flatMap(({ effect }) => ('to' in effect ? [effect.to] : [])),
    ...(cadence.moves ?? []).map(({ to }) => to),
    ...live
      .flatMap((node) => ('sla' in node ? (node.sla ?? []) : []))
      .flatMap(({ action, to }) => (action === 'move' && to !== undefined ? [to] : []))
  ];
}
