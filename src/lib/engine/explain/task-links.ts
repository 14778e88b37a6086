import { addDelay } from '$lib/calendar';
import { describeDuration, msOf, type LeadEvent } from '$lib/domain';
import type { TaskSpec } from '$lib/program';
import type { Token } from '../state';
import { limitLink, pushesFrom } from './pushes';
import { eventsOfStep, say, stepOf, type Link, type RunContext } from './run-context';
import { sinceWhat } from './since-when';
import { shifted } from './wait-links';

/** Why a task opens when it does: what it is counted from, and everything that pushed it later. */
export function openingLinks(context: RunContext, token: Token, spec: TaskSpec): readonly Link[] {
  const base = Math.max(token.since, token.notBefore);
  const manual = pushesFrom(context, token, spec, base);
  const links = [...baseLinks(context, token, spec), ...manual.links];
  if (!spec.automatic || spec.due === null) return links;
  const due = addDelay(context.program.calendar, manual.at, spec.due);
  const clause = `it goes out by itself ${describeDuration(spec.due)} later`;
  return [
    ...links,
    { type: 'waitsUntil', at: due, clause },
    ...pushesFrom(context, token, spec, due).links
  ];
}

/** What the opening is counted from. */
function baseLinks(context: RunContext, token: Token, spec: TaskSpec): readonly Link[] {
  const { since, notBefore } = token;
  if (notBefore <= since)
    return [{ type: 'arrived', at: since, clause: `after ${sinceWhat(context, since)}` }];
  return [
    orderOf(context, token) ??
      limitLink(context, token, spec) ??
      againLink(context, token, spec) ??
      shifted(context, since)[0] ?? {
        type: 'jumpTiming',
        at: notBefore,
        clause: `no earlier than what it took the place of, ${say(context, notBefore)}`
      }
  ];
}

/** Somebody put it off, or gave it to somebody else. */
function orderOf(context: RunContext, token: Token): Link | null {
  const events = eventsOfStep(context, stepOf(context, token));
  const { notBefore } = token;
  const snoozed = events.find((event) => event.kind === 'snoozed' && event.until === notBefore);
  if (snoozed)
    return {
      type: 'waitsUntil',
      at: notBefore,
      clause: `${userOf(snoozed)} put it off until ${say(context, notBefore)}`
    };
  const given = events.find(({ kind, t }) => kind === 'reassigned' && msOf(t) === notBefore);
  if (given?.kind !== 'reassigned') return null;
  const clause = `it was given to ${given.assignee} ${say(context, notBefore)}`;
  return { type: 'arrived', at: notBefore, clause };
}

function userOf({ author }: LeadEvent): string {
  return author.split('.')[0] ?? author;
}

/** A repetition, a retry, or a day that the lead named. */
function againLink(context: RunContext, token: Token, spec: TaskSpec): Link | null {
  const { since, notBefore, attempt } = token;
  if (attempt <= 1) return null;
  const many = spec.repeat ? ` of ${spec.repeat.times}` : '';
  const clause = `attempt ${attempt}${many} from ${say(context, notBefore)}, after ${sinceWhat(context, since)}`;
  return { type: 'repeat', at: notBefore, clause };
}
