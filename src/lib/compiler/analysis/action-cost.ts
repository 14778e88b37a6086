import { resolveDelay, type ActionNode, type Delay, type Disposition } from '$lib/domain';
import { ATTEMPTS } from '$lib/program';
import type { ResolvedCadence } from '../1-resolve/resolve';
import { fewestDays, mostDays, type PlainWeek } from './business-days';
import { NONE, type Bounds } from './hop';

/** What one way out of an action takes. */
export interface ActionCost {
  readonly days: Bounds;
  readonly touches: Bounds;
}

/** Nobody skips anything by hand; what is skipped by itself bounds the longest time. */
export function actionCost(
  node: ActionNode,
  port: string,
  resolved: ResolvedCadence,
  week: PlainWeek
): ActionCost {
  const most = attemptsOf(node, resolved);
  if (node.continueWithoutCompletion) return { days: NONE, touches: { min: 0, max: most } };
  const attempts = { min: port === 'done' ? fewestAttempts(node) : 1, max: most };
  return {
    days: daysOf(node, attempts, resolved, week),
    touches: touchesOf(node, port, attempts, resolved)
  };
}

function daysOf(
  node: ActionNode,
  attempts: Bounds,
  { cadence, dispositions }: ResolvedCadence,
  week: PlainWeek
): Bounds {
  const fewest = (delay: Delay | undefined) => bound(delay, cadence, week, fewestDays, 0);
  const longest = (delay: Delay | undefined) => bound(delay, cadence, week, mostDays, 0);
  const automatic = node.mode === 'automatic';
  const gaps = again(node, dispositions).map(({ after }) => longest(after));
  const gap = Math.max(longest(node.repeat?.gap), ...gaps);
  const skipped = node.autoSkipAfter && node.channel !== 'approval';
  const due = longest(node.due);
  const limit = Math.min(
    skipped ? due + longest(node.autoSkipAfter) : automatic ? due : Infinity,
    node.expireAfter ? longest(node.expireAfter) : Infinity
  );
  const once = automatic ? fewest(node.due) : 0;
  return {
    min: attempts.min * once + (attempts.min - 1) * fewest(node.repeat?.gap),
    max: attempts.max * limit + (attempts.max - 1) * gap
  };
}

function touchesOf(
  { channel, dispositions = [] }: ActionNode,
  port: string,
  attempts: Bounds,
  resolved: ResolvedCadence
): Bounds {
  if (channel === 'approval') return port === 'refused' ? NONE : { min: 1, max: 1 };
  const isMissed = (id: string) => resolved.dispositions.get(id)?.missed === true;
  const own = resolved.dispositions.get(port);
  if (own) return own.missed ? { min: 0, max: attempts.max - 1 } : { min: 1, max: attempts.max };
  return { min: dispositions.some(isMissed) ? 0 : attempts.min, max: attempts.max };
}

/** Attempts in all, when none goes well. */
function attemptsOf(node: ActionNode, { dispositions }: ResolvedCadence): number {
  if (node.channel === 'approval') return 1;
  if (node.repeat) return node.repeat.times;
  return again(node, dispositions).length > 0 ? ATTEMPTS : 1;
}

/** Every attempt is made when no disposition ends the repetition. */
function fewestAttempts({ channel, repeat, dispositions = [] }: ActionNode): number {
  if (!repeat || channel === 'approval') return 1;
  return dispositions.some((id) => repeat.until.includes(id)) ? 1 : repeat.times;
}

/** The dispositions that open the step again. */
function again(
  { dispositions = [], routes = [] }: ActionNode,
  known: ReadonlyMap<string, Disposition>
): Disposition[] {
  return dispositions
    .filter((id) => !routes.includes(id))
    .flatMap((id) => known.get(id) ?? [])
    .filter(({ action, optOut }) => (action === 'retry' || action === 'pause') && !optOut);
}

function bound(
  delay: Delay | undefined,
  { parameters }: ResolvedCadence['cadence'],
  week: PlainWeek,
  count: typeof mostDays,
  otherwise: number
): number {
  const duration = delay && resolveDelay(delay, parameters);
  return duration ? count(duration, week) : otherwise;
}
