import type { Explanation, Reason } from '../explanation';
import type { Token } from '../state';
import { taskAt } from '../tables';
import { stepName } from './names';
import { listOf, sentenceOf } from './phrases';
import { reasonOf, say, stepOf, type Link, type RunContext } from './run-context';
import { slaLinks } from './sla-links';
import { openingLinks } from './task-links';

/** Why a task is open, or not yet, or overdue. */
export function explainTask(context: RunContext, token: Token): Explanation {
  const { key, program, now } = context;
  const step = stepOf(context, token);
  const spec = taskAt(program, token.pc);
  const opening = openingLinks(context, token, spec);
  const ahead = token.opens > now;
  const links = [
    ...opening,
    ...(ahead ? [] : standing(context, token)),
    ...ownEnd(context, token),
    ...slaLinks(context, step)
  ];
  const told = ahead ? opening.map(({ clause }) => clause) : [];
  const head = headOf(context, token);
  return {
    enrollment: key,
    subject: 'task',
    node: program.nodes[token.pc] ?? '',
    step,
    earliest: Math.max(now, token.opens),
    reasons: links.map(reasonOf) satisfies readonly Reason[],
    sentence: sentenceOf(told.length > 0 ? `${head}: ${told.join('; ')}` : head),
    refusal: null
  };
}

function headOf(context: RunContext, token: Token): string {
  const { program, now } = context;
  const { opens, due } = token;
  const spec = taskAt(program, token.pc);
  const name = stepName(program, token.pc);
  const by = due > opens ? `, due ${say(context, due)}` : '';
  if (opens > now)
    return `${name} ${spec.automatic ? 'goes out' : 'opens'} ${say(context, opens)}${by}`;
  if (isOverdue(token, now)) return `${name} is overdue since ${say(context, due)}`;
  const waits = spec.channel === 'approval' ? 'waits for an approval' : 'is open';
  const missing = context.view.tasks.find((task) => task.step === stepOf(context, token))?.missing;
  const names = (missing ?? []).map(
    (field) => program.fields.find(({ id }) => id === field)?.name ?? field
  );
  const lacking = names.length > 0 ? `; fill in ${listOf(names)} first` : '';
  return `${name} ${waits} since ${say(context, opens)}${by}${lacking}`;
}

/** A task without a delay is due the moment it opens: nobody is late yet. */
function isOverdue({ opens, due }: Token, now: number): boolean {
  return due > opens && now > due;
}

function standing(context: RunContext, token: Token): readonly Link[] {
  const { opens, due } = token;
  const open: Link = {
    type: 'openTask',
    at: opens,
    clause: `it is open since ${say(context, opens)}`
  };
  if (!isOverdue(token, context.now)) return [open];
  return [open, { type: 'overdue', at: due, clause: `it was due ${say(context, due)}` }];
}

/** What becomes of it when nobody does it. */
function ownEnd(context: RunContext, { until, expiry }: Token): readonly Link[] {
  if (until === Infinity) return [];
  const verb = until === expiry ? 'it expires' : 'it is skipped by itself';
  return [{ type: 'timeout', at: until, clause: `${verb} ${say(context, until)}` }];
}
