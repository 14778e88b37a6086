import type { Explanation } from '../explanation';
import type { TraceEntry } from '../trace';
import { nodeName, splitStep } from './names';
import { reasonOf, say, type Link, type RunContext } from './run-context';
import { sentenceOf } from './phrases';

/** Why a run that went round in circles stands still, and that it does not go on by itself (ENG-135). */
export function explainRunaway(context: RunContext): Explanation {
  const { program, view } = context;
  const last = view.trace.at(-1);
  const step = view.trace.findLast(hasStep)?.step ?? null;
  const node = step === null ? '' : splitStep(step).node;
  const at = last?.at ?? view.enrolledAt;
  const circle: Link = {
    type: 'runaway',
    at,
    clause: `the cadence leads round in circles: nothing goes on by itself any more, and only a changed cadence helps`
  };
  const head = `stopped at ${nodeName(program, node)} ${say(context, at)}`;
  return {
    ...{ enrollment: context.key, subject: 'token', node, step, earliest: null },
    reasons: [reasonOf(circle)],
    sentence: sentenceOf(`${head}: ${circle.clause}`),
    refusal: null
  };
}

function hasStep(entry: TraceEntry): entry is Extract<TraceEntry, { readonly step: unknown }> {
  return 'step' in entry;
}
