import type { NodeId } from '$lib/domain';
import { OP } from '$lib/program';
import { channelNoun } from './fact-words';
import { splitStep } from './names';
import type { RunContext } from './run-context';
import { dateOf, sayDate, sayDay, sayInstant } from './times';

/**
 * What happened at an instant, as something to count from: `Friday's call`, `it came in on Friday`,
 * `Fri 6 Nov 16:00`.
 */
export function sinceWhat(context: RunContext, at: number): string {
  const { program, state, now } = context;
  const day = sayDay(program.calendar, at, now);
  const touch = touchAt(context, at);
  if (touch) {
    const { node, type } = touch;
    const noun = nounOf(context, node);
    if (type !== 'completed') return `the ${noun} was ${type} on ${day}`;
    const near = day !== sayDate(dateOf(program.calendar, at));
    return near ? `${day}'s ${noun}` : `the ${noun} of ${day}`;
  }
  if (at === state.startedAt) return `the lead came in on ${day}`;
  return sayInstant(program.calendar, at);
}

interface Settled {
  readonly node: NodeId;
  readonly type: 'completed' | 'skipped' | 'refused';
}

function touchAt({ view: { trace } }: RunContext, at: number): Settled | null {
  for (let index = trace.length - 1; index >= 0; index--) {
    const entry = trace[index];
    if (!entry || entry.at < at) return null;
    if (entry.at > at) continue;
    if (entry.type === 'completed' || entry.type === 'skipped' || entry.type === 'refused')
      return { node: splitStep(entry.step).node, type: entry.type };
  }
  return null;
}

function nounOf({ program }: RunContext, node: NodeId): string {
  const pc = program.nodes.indexOf(node);
  const spec = program.op[pc] === OP.task ? program.tasks[program.arg[pc] ?? 0] : undefined;
  return spec ? channelNoun(spec.channel) : 'step';
}
