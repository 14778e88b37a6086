import { newNode, type ActionNode, type NodeId } from '$lib/domain';
import type { Answers, ReachChannel, SalesModel } from './answers';
import { ANSWER_ASSUMPTION, reachAssumption } from './outcomes';
import type { Loose, Sketch } from './sketch';
import { messageOf, replyOf, scriptOf } from './texts';
import { touchesFor, type Touch } from './touches';

/** Ends that the touches lead to. */
export interface ReachEnds {
  /** Someone is interested. */
  readonly interested: NodeId;
  readonly notInterested: NodeId;
  readonly silent: NodeId;
}

const NAMES: Readonly<Record<ReachChannel, readonly [first: string, later: string]>> = {
  email: ['First email', 'Follow-up email'],
  call: ['First call', 'Follow-up call'],
  sms: ['Text message', 'Another text message'],
  social: ['Social message', 'Another social message']
};

const CALL_DISPOSITIONS = ['no-answer', 'voicemail', 'connected'];
const VERDICTS = ['interested', 'not-interested', 'do-not-contact'];
const ROUTES = ['interested', 'not-interested'];

/**
 * The touches that try to reach a lead, with their gaps; after a message, waiting ends as soon as a
 * reply comes, and the reply is answered first. Gives the touches that were laid.
 */
export function layReach(
  sketch: Sketch,
  answers: Answers,
  model: SalesModel,
  begin: readonly Loose[],
  ends: ReachEnds
): readonly Touch[] {
  const touches = touchesFor(answers, model);
  const replies: Loose[] = [];
  let ways = begin;
  let lastTouch: NodeId = ends.silent;
  touches.forEach((touch, index) => {
    const last = touch.gap === null;
    const step = touchStep(answers, touch, index, last);
    const automatic = step.mode === 'automatic';
    lastTouch = sketch.add(step, reachAssumption(touch.channel, automatic));
    sketch.lead(ways, step.id);
    if (!automatic) routeVerdicts(sketch, step.id, ends);
    ways = [{ from: step.id, port: 'done' }];
    if (touch.gap === null) return;
    const delay = sketch.gap(`gap${index + 1}`, `Gap ${index + 1}`, {
      amount: touch.gap,
      unit: 'businessDays'
    });
    const wait: NodeId = `wait-${index + 1}`;
    const answered = touch.channel !== 'call';
    sketch.add(
      newNode('wait', wait, {
        name: `Gap ${index + 1}`,
        until: answered
          ? { type: 'event', signals: ['reply'], timeout: delay }
          : { type: 'duration', delay }
      })
    );
    sketch.lead(ways, wait);
    ways = [{ from: wait, port: answered ? 'timeout' : 'next' }];
    if (answered) {
      replies.push({ from: wait, port: 'met' });
      sketch.signals.push(replyAfter(step.id, automatic ? 0.08 : 0.04));
    }
  });
  sketch.lead(ways, ends.silent);
  if (replies.length > 0) layAnswer(sketch, answers, replies, lastTouch, ends);
  return touches;
}

/** Whoever writes back is answered by a person the same day, and then tried once more. */
function layAnswer(
  sketch: Sketch,
  answers: Answers,
  replies: readonly Loose[],
  next: NodeId,
  ends: ReachEnds
): void {
  const { channels } = answers;
  const channel = channels.includes('call') ? 'call' : (channels[0] ?? 'email');
  const byPhone = channel === 'call';
  const id = sketch.add(
    newNode('action', 'answer', {
      name: 'Answer their reply',
      channel,
      role: 'rep',
      due: { amount: 4, unit: 'businessHours' },
      autoSkipAfter: { amount: 3, unit: 'businessDays' },
      instruction: 'They wrote back: answer while they still have it on the screen.',
      ...(byPhone
        ? { script: `Thank you for your answer. ${scriptOf(answers, 2)}` }
        : { template: replyOf(channel) }),
      dispositions: [...(byPhone ? CALL_DISPOSITIONS : ['no-reaction']), ...VERDICTS],
      routes: ROUTES
    }),
    ANSWER_ASSUMPTION
  );
  sketch.lead(replies, id);
  routeVerdicts(sketch, id, ends);
  const think = sketch.add(
    newNode('wait', 'think', {
      name: 'Time to think',
      until: { type: 'duration', delay: { amount: 2, unit: 'businessDays' } }
    })
  );
  sketch.lead([{ from: id, port: 'done' }], think);
  sketch.lead([{ from: think, port: 'next' }], next);
}

function routeVerdicts(sketch: Sketch, from: NodeId, ends: ReachEnds): void {
  sketch.lead([{ from, port: 'interested' }], ends.interested);
  sketch.lead([{ from, port: 'not-interested' }], ends.notInterested);
}

function touchStep(answers: Answers, touch: Touch, index: number, last: boolean): ActionNode {
  const { channel, turn } = touch;
  const [first, later] = NAMES[channel];
  const name = turn === 1 ? first : turn === 2 ? later : `${later} ${turn - 1}`;
  const prompt = answers.origin === 'inbound' && index === 0;
  const step = newNode('action', `${channel}-${turn}`, {
    name: last && channel === 'email' ? 'Closing email' : name,
    channel,
    role: 'rep',
    due: { amount: prompt ? 1 : 8, unit: 'businessHours' },
    autoSkipAfter: { amount: 3, unit: 'businessDays' }
  });
  if (channel === 'call') {
    const dispositions = [...CALL_DISPOSITIONS, ...VERDICTS];
    return { ...step, script: scriptOf(answers, turn), dispositions, routes: ROUTES };
  }
  const template = messageOf(answers, channel, turn, last);
  // A machine sends only what needs no reading first, and nobody can log an answer at once.
  if (channel === 'email' && answers.goal === 'turnaround' && !last) {
    const { dispositions: _, autoSkipAfter: __, due: ___, ...automatic } = step;
    return { ...automatic, mode: 'automatic', template };
  }
  return { ...step, template, dispositions: ['no-reaction', ...VERDICTS], routes: ROUTES };
}

function replyAfter(after: NodeId, chance: number) {
  const distribution = { type: 'triangular', min: 10, mode: 300, max: 2000 } as const;
  return { signal: 'reply', after, chance, delay: { distribution, unit: 'minutes' } } as const;
}
