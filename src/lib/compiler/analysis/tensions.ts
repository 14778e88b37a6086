import type { Condition } from '$lib/domain';
import { guardsOf } from '../1-resolve/guards';
import type { ResolvedCadence } from '../1-resolve/resolve';
import { waysToHold } from '../logic/satisfiable';
import { earliestCount, type Counted } from './earliest-count';
import type { Hops } from './hop';
import type { GuardTension } from './path-analysis';
import type { RunArrivals } from './run-arrivals';
import { floored } from './spans';

/** Exits that an action's disposition asks for before what they require can be there. */
export function tensionsOf(
  resolved: ResolvedCadence,
  hops: Hops,
  reached: RunArrivals
): GuardTension[] {
  const { live, graph } = resolved;
  return live.flatMap((exit) => {
    if (exit.kind !== 'exit') return [];
    const guards = guardsOf(exit, resolved);
    if (guards.length === 0) return [];
    const askers = live.filter(
      ({ id, kind }) =>
        kind === 'action' &&
        graph.links.get(id)?.some((link) => asks(link.port.id) && link.edge?.to === exit.id)
    );
    return guards.flatMap(({ when, text }) => {
      const allowedAfter = earliest(when, resolved, hops);
      return askers.flatMap(({ id }): GuardTension[] => {
        const asksAfter = floored(reached.at.get(id)?.days.min ?? 0);
        if (allowedAfter <= asksAfter) return [];
        return [{ exit: exit.id, asker: id, requirement: text, asksAfter, allowedAfter }];
      });
    });
  });
}

function asks(port: string): boolean {
  return port !== 'done' && port !== 'held' && port !== 'refused';
}

/** Business days before which a condition cannot hold, for what it counts; 0 where nothing is known. */
function earliest(when: Condition, resolved: ResolvedCadence, hops: Hops): number {
  const ways = waysToHold([when]);
  if (!ways || ways.length === 0) return 0;
  const days = ways.map((box) => {
    const counts = [...box.values()].flatMap(({ fact, values }): Counted[] => {
      if (fact?.type !== 'count' || fact.scope !== 'run' || fact.verb === 'skipped') return [];
      const atLeast = Math.min(...values.numbers.map(({ from = 0 }) => from));
      return [{ channel: fact.channel, followUp: fact.followUp, atLeast }];
    });
    return Math.max(0, ...counts.map((one) => earliestCount(one, resolved, hops)));
  });
  const first = Math.min(...days);
  return first === Infinity ? 0 : floored(first);
}
