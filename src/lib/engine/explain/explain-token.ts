import { OP, type Program } from '$lib/program';
import type { Explanation } from '../explanation';
import { missingFields } from '../lead-data';
import { PHASE, type RunState, type Token } from '../state';
import { waitAt } from '../tables';
import { dayOffLinks } from './closed-links';
import { explainHeld } from './explain-held';
import { explainTask } from './explain-task';
import { stepName } from './names';
import { listOf, sentenceOf } from './phrases';
import { pausedUntil, reasonOf, say, stepOf, type Link, type RunContext } from './run-context';
import { awaitedBy, waitLinks } from './wait-links';

/** Why a token is where it is. */
export function explainToken(context: RunContext, token: Token): Explanation {
  if (context.state.pausedAt >= 0) return pausedToken(context, token);
  switch (token.phase) {
    case PHASE.task:
      return explainTask(context, token);
    case PHASE.held:
      return explainHeld(context, token);
    case PHASE.closed:
      return closedToken(context, token);
    case PHASE.blocked:
      return blockedToken(context, token);
    case PHASE.late:
      return lateToken(context, token);
    default:
      return waitingToken(context, token);
  }
}

function waitingToken(context: RunContext, token: Token): Explanation {
  const spec = waitAt(context.program, token.pc);
  const links = waitLinks(context, token, spec);
  const until = say(context, token.due);
  if (spec.type !== 'event')
    return resting(context, token, token.due, `waits until ${until}`, links, links);
  const [, ...rest] = links;
  const head = `waits for ${awaitedBy(context, spec)}, at most until ${until}`;
  return resting(context, token, token.due, head, links, rest);
}

/** Real runs are never late; a simulated one that is looked at may be. */
function lateToken(context: RunContext, token: Token): Explanation {
  return resting(context, token, token.until, `waits until ${say(context, token.until)}`, [], []);
}

function closedToken(context: RunContext, token: Token): Explanation {
  const { until, since } = token;
  const links: Link[] = [
    { type: 'closed', at: until, clause: 'this is decided in working hours' },
    ...dayOffLinks(context, context.program.calendar, since, until)
  ];
  return resting(context, token, until, `waits until ${say(context, until)}`, links, links);
}

function blockedToken(context: RunContext, token: Token): Explanation {
  const links: Link[] = [
    { type: 'missingData', at: token.since, clause: missingWords(context, token) }
  ];
  const { expiry } = token;
  if (expiry < Infinity)
    links.push({ type: 'timeout', at: expiry, clause: `it expires ${say(context, expiry)}` });
  const head = `${stepName(context.program, token.pc)} waits for data`;
  return resting(context, token, null, head, links, links);
}

function missingWords({ program, state }: RunContext, { pc }: Token): string {
  const fields = missingAt(program, state, pc);
  if (fields.length === 0) return 'the address or number that there is cannot be used';
  const names = fields.map((field) => program.fields.find(({ id }) => id === field)?.name ?? field);
  return `${listOf(names)} ${names.length === 1 ? 'is' : 'are'} missing or cannot be used`;
}

function missingAt(program: Program, state: RunState, pc: number): readonly string[] {
  if (program.op[pc] === OP.task) return missingFields(program, state, pc);
  const spec = waitAt(program, pc);
  return spec.type === 'date' ? [spec.field] : [];
}

function pausedToken(context: RunContext, token: Token): Explanation {
  const since = say(context, context.state.pausedAt);
  const until = pausedUntil(context);
  const event = context.events
    .filter((each) => each.kind === 'paused' && each.enrollment === context.key)
    .at(-1);
  const why = event?.kind === 'paused' && event.reason ? `: ${event.reason}` : '';
  const clause = `paused since ${since}${until === null ? '' : ` until ${say(context, until)}`}${why}`;
  const links: Link[] = [{ type: 'paused', at: until, clause }];
  return resting(context, token, until, clause, links, []);
}

function resting(
  context: RunContext,
  token: Token,
  earliest: number | null,
  head: string,
  links: readonly Link[],
  told: readonly Link[]
): Explanation {
  const { key, program, now } = context;
  const clauses = told.map(({ clause }) => clause);
  return {
    enrollment: key,
    subject: token.phase === PHASE.task ? 'task' : 'token',
    node: program.nodes[token.pc] ?? '',
    step: stepOf(context, token),
    earliest: earliest === null ? null : Math.max(earliest, now),
    reasons: links.map(reasonOf),
    sentence: sentenceOf(clauses.length > 0 ? `${head}: ${clauses.join('; ')}` : head),
    refusal: null
  };
}
