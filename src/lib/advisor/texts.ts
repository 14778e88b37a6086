import type { Template } from '$lib/domain';
import type { Answers, Origin, ReachChannel } from './answers';

/** What is sold, safe within a template: its braces would be read as merge fields. */
export function offerOf({ offer }: Pick<Answers, 'offer'>): string {
  return offer.replaceAll(/[{}]/g, '').trim() || 'what we do';
}

const OPENING: Readonly<Record<Origin, (offer: string) => string>> = {
  inbound: (offer) => `Thank you for asking about ${offer}.`,
  outbound: (offer) =>
    `I looked at what {{lead.company|your company}} does and thought of ${offer}.`,
  customers: (offer) => `You have been our customer for a while, so this is about ${offer}.`
};

/** A message to begin with; `turn` counts those of its channel from 1, `last` closes the file. */
export function messageOf(
  answers: Answers,
  channel: Exclude<ReachChannel, 'call'>,
  turn: number,
  last: boolean
): Template {
  const offer = offerOf(answers);
  const hello = 'Hello {{lead.first-name|there}},';
  const body = last
    ? `I will stop writing after this one. If ${offer} becomes a topic, a short answer is enough.`
    : turn === 1
      ? `${OPENING[answers.origin](offer)} What would it have to do for you?`
      : `One more thought on ${offer}: here is how a team like yours uses it. Is it worth ten minutes?`;
  if (channel !== 'email') return { body: `${hello} ${body}` };
  const subject = last
    ? 'Shall I close your file?'
    : turn === 1
      ? `${capital(offer)} for {{lead.company|you}}`
      : `How others use ${offer}`;
  return { subject, body: `${hello}\n\n${body}\n\nBest regards` };
}

/** The answer to somebody who wrote back. */
export function replyOf(channel: Exclude<ReachChannel, 'call'>): Template {
  const thanks =
    'thank you for your answer. Shall we talk it through this week, Tuesday or Thursday?';
  if (channel !== 'email') return { body: `Hello {{lead.first-name|there}}, ${thanks}` };
  return {
    subject: 'Your answer',
    body: `Hello {{lead.first-name|there}},\n\n${thanks}\n\nBest regards`
  };
}

/** What to say on the phone. */
export function scriptOf(answers: Answers, turn: number): string {
  const offer = offerOf(answers);
  const why =
    turn === 1 ? OPENING[answers.origin](offer) : `I am coming back to you about ${offer}.`;
  return `Hello, is this {{lead.first-name|…}}? ${why} Do you have two minutes? – What do you use today? What should be different? When would be a good time to look at it together?`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
