import { resolveDelay, type Channel, type NodeId } from '$lib/domain';
import { landingsOf } from '../1-resolve/landings';
import type { ResolvedCadence } from '../1-resolve/resolve';
import { fewestDays, plainWeek } from './business-days';
import type { Hop, Hops } from './hop';

/** So many touches of a channel (of any when null). */
export interface Counted {
  readonly channel: Channel | null;
  /** Only those after the first touch of the run. */
  readonly followUp: boolean;
  readonly atLeast: number;
}

/** More than this is not looked for. */
const MOST = 30;

/** A lead at a step, with what counts so far. */
interface State {
  readonly at: NodeId;
  readonly count: number;
  /** Whether there was a touch at all, so that the next one is a follow-up. */
  readonly touched: boolean;
  readonly days: number;
}

/**
 * Business days after which there can be so many touches at the earliest, when nobody skips and
 * everybody is quick; 0 when that is not looked for, infinite when there never are.
 */
export function earliestCount(counted: Counted, resolved: ResolvedCadence, hops: Hops): number {
  const { entry } = resolved;
  if (!entry || counted.atLeast > MOST || counted.atLeast < 1) return 0;
  const best = new Map<string, number>();
  const starts = [entry.id, ...landingsOf(resolved)];
  let open: State[] = starts.map((at) => ({ at, count: 0, touched: false, days: 0 }));
  let first = Infinity;
  while (open.length > 0) {
    const next: State[] = [];
    for (const state of open) {
      const key = `${state.count} ${state.touched ? 1 : 0} ${state.at}`;
      if (state.days >= first || state.days >= (best.get(key) ?? Infinity)) continue;
      best.set(key, state.days);
      for (const step of stepsFrom(state, counted, resolved, hops)) {
        if (step.count >= counted.atLeast) first = Math.min(first, step.days);
        else next.push(step);
      }
    }
    open = next;
  }
  return first;
}

function stepsFrom(
  state: State,
  counted: Counted,
  { cadence, graph }: ResolvedCadence,
  hops: Hops
): State[] {
  const node = graph.nodes.get(state.at);
  const steps = (hops.get(state.at) ?? []).map((hop) => {
    const days = state.days + hop.days.min;
    return { at: hop.to, days, ...counts(state, counted, touchesOf(hop, node?.kind === 'action')) };
  });
  if (node?.kind !== 'action' || !node.repeat) return steps;
  const gap = resolveDelay(node.repeat.gap, cadence.parameters);
  const days = state.days + (gap ? fewestDays(gap, plainWeek(cadence.calendar)) : 0);
  const again = counts(state, counted, new Map([[node.channel, 1]]));
  return [...steps, { at: state.at, days, ...again }];
}

/** A step is done once; a fork's paths may bring all that they have. */
function touchesOf({ touches }: Hop, isStep: boolean): ReadonlyMap<Channel, number> {
  return new Map(
    [...touches].map(([channel, { max }]) => [channel, isStep ? Math.min(max, 1) : max])
  );
}

function counts(
  { count, touched }: State,
  { channel, followUp }: Counted,
  touches: ReadonlyMap<Channel, number>
): Pick<State, 'count' | 'touched'> {
  const all = [...touches.values()].reduce((sum, one) => sum + one, 0);
  const own = channel === null ? all : (touches.get(channel) ?? 0);
  // The first touch of all is no follow-up; it may be one of another channel.
  const first = followUp && !touched && own > 0 && own === all ? 1 : 0;
  return { count: count + own - first, touched: touched || all > 0 };
}
