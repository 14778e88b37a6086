import type { Rule } from '$lib/domain';
import type { Answers } from './answers';
import type { Sketch } from './sketch';
import type { Touch } from './touches';

/** Two follow-up emails and a call come before a no is taken for one, where there are as many. */
const FOLLOW_UPS = 2;

/** Says why there are these touches. */
export function explainTouches(
  sketch: Sketch,
  { origin, goal }: Answers,
  touches: readonly Touch[]
): void {
  const first = touches[0]?.channel ?? 'email';
  const why = {
    inbound: `They asked, so the first ${first} comes within an hour, and the next touches every one or two days.`,
    outbound: `They did not ask: the first touch is by ${first}, and the gaps leave room to breathe.`,
    customers: `They know you: the first touch is by ${first}, and a few are enough.`
  }[origin];
  sketch.choose(`${touches.length} touches before you let go`, why);
  if (touches.some(({ channel }) => channel !== 'call')) {
    sketch.choose(
      'A reply cuts the waiting short',
      'Every gap after a message ends at once when they write back, and a person answers the same day.'
    );
  }
  if (goal === 'turnaround' && touches.some(({ channel }) => channel === 'email')) {
    sketch.choose(
      'Emails go out by themselves',
      'Your goal is turnaround: what needs no judgment waits for nobody. The last one is still yours to send.'
    );
  }
}

/** The rules that go with the touches, and why. */
export function rulesFor(sketch: Sketch, touches: readonly Touch[]): readonly Rule[] {
  const rules: Rule[] = [{ id: 'one-a-day', type: 'maxTouchesPerDay', atMost: 1 }];
  sketch.choose('No more than one touch a day', 'Two in a day are read as pressure.');
  const emails = touches.filter(({ channel }) => channel === 'email').length;
  const calls = touches.filter(({ channel }) => channel === 'call').length;
  if (emails > FOLLOW_UPS && calls > 0) {
    rules.push({
      id: 'no-needs-touches',
      type: 'exitRequires',
      result: 'notInterested',
      counts: [
        { channel: 'email', atLeast: FOLLOW_UPS, followUp: true },
        { channel: 'call', atLeast: 1 }
      ]
    });
    sketch.choose(
      'A no counts after two follow-up emails and a call',
      'An early “not now” is not the end: until then the cadence goes on.'
    );
  }
  return rules;
}
