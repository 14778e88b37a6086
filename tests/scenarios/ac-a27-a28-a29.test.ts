import { describe, expect, it } from 'vitest';
import { Device, Story, gallery } from '../support/story';

const rita = new Device('rita');
const mail = new Device('mail-gateway');
const NEED = { checklist: ['need', 'next'] };

function inbound(): Story {
  return new Story(gallery('inbound-prospecting'), { fields: { company: 'Acme' } }).enrolls(
    '2026-01-05T10:00',
    rita
  );
}

describe('AC-A27 given somebody who got in touch', () => {
  it('AC-A27 when they are silent, then a call at once is followed by a contact every day or two', async () => {
    const story = inbound();
    expect(await story.open('2026-01-05T10:00')).toEqual(['call-1#1']);
    story.on('2026-01-05T10:20', rita.completes('call-1#1', 'no-answer'));
    expect(await story.open('2026-01-06T10:20')).toEqual(['email-1#1']);
    story.on('2026-01-06T10:30', rita.completes('email-1#1', 'no-reaction'));
    expect(await story.open('2026-01-07T10:30')).toEqual(['social-1#1']);
    story.on('2026-01-07T10:40', rita.completes('social-1#1', 'no-reaction'));
    expect(await story.open('2026-01-08T10:40')).toEqual([]);
    expect(await story.open('2026-01-09T10:40')).toEqual(['call-2#1']);
    story.on('2026-01-09T11:00', rita.completes('call-2#1', 'no-answer'));
    expect((await story.run('2026-01-09T11:00')).end).toMatchObject({ result: 'unresponsive' });
  });

  it('AC-A27 when they write, then they are enrolled by that', async () => {
    const story = new Story(gallery('inbound-prospecting'), { fields: { company: 'Acme' } });
    story.on('2026-01-05T10:00', mail.signals('contact-form'));
    expect(await story.open('2026-01-05T10:00')).toEqual(['call-1#1']);
  });

  it.each([
    ['call-1#1', '2026-01-05T10:20'],
    ['email-1#1', '2026-01-06T10:30'],
    ['social-1#1', '2026-01-07T10:40'],
    ['call-2#1', '2026-01-09T11:00']
  ])(
    'AC-A27 when they ask at %s not to be contacted, then it stops at once',
    async (last, when) => {
      const story = inbound();
      const touches = [
        ['call-1#1', '2026-01-05T10:20', 'no-answer'],
        ['email-1#1', '2026-01-06T10:30', 'no-reaction'],
        ['social-1#1', '2026-01-07T10:40', 'no-reaction']
      ] as const;
      for (const [step, at, disposition] of touches) {
        if (step === last) break;
        story.on(at, rita.completes(step, disposition));
      }
      story.on(when, rita.completes(last, 'do-not-contact', NEED));
      const state = await story.state(when);
      expect(state.optedOut).toBe(true);
      expect(state.enrollments).toMatchObject([
        { status: 'ended', tasks: [], timers: [], end: { node: 'opted-out', result: 'optedOut' } }
      ]);
    }
  );

  it('AC-A27 when they unsubscribe between two touches, then it stops at once', async () => {
    const story = inbound()
      .on('2026-01-05T10:20', rita.completes('call-1#1', 'no-answer'))
      .on('2026-01-05T15:00', mail.signals('unsubscribed'));
    expect(await story.run('2026-01-05T15:00')).toMatchObject({
      timers: [],
      end: { node: 'opted-out', result: 'optedOut' }
    });
  });

  it('AC-A27 when they have opted out, then they are not enrolled again', async () => {
    const story = inbound().on(
      '2026-01-05T10:20',
      rita.completes('call-1#1', 'do-not-contact', NEED)
    );
    const { id } = story.cadence;
    const version = (await story.run('2026-01-05T11:00')).version;
    const verdict = await story.may('2026-06-01T11:00', { type: 'enroll', cadence: id, version });
    expect(verdict).toMatchObject({ allowed: false, refusal: { code: 'optedOut' } });
  });
});

const CONTACT = {
  company: 'Acme',
  email: 'ann@example.com',
  phone: '+1 312 555 0100',
  timezone: 'America/Chicago'
};

describe('AC-A28 given somebody who does not know us', () => {
  it('AC-A28 when they are enrolled, then an email comes first, and the next touch days later', async () => {
    const story = new Story(gallery('outbound-qualification'), { fields: CONTACT });
    story.enrolls('2026-01-05T09:00', rita);
    const { tasks } = await story.run('2026-01-05T09:00');
    expect(tasks).toMatchObject([{ channel: 'email' }]);
    story.on('2026-01-05T09:30', rita.completes(tasks[0]?.step ?? '', 'no-reaction'));
    expect(await story.open('2026-01-08T09:29')).toEqual([]);
    const [why] = await story.why('2026-01-06T12:00');
    expect(why).toMatchObject({ node: 'wait-1', earliest: story.at('2026-01-08T09:30') });
    expect(why?.sentence).toMatch(/Thu 8 Jan.*09:30/);
    expect(await story.open('2026-01-08T09:30')).toEqual(['call-1#1']);
  });

  it('AC-A28 when everybody is quick, then there are never two touches on a day', async () => {
    const story = new Story(gallery('outbound-qualification'), { fields: CONTACT });
    story.enrolls('2026-01-05T09:00', rita);
    const days: string[] = [];
    for (let step = 0; step < 12; step++) {
      const { tasks, timers, end } = await story.run(days.at(-1) ?? '2026-01-05T09:00');
      if (end) break;
      const [task] = tasks;
      if (!task) {
        days.push(story.local(timers[0]?.at ?? NaN));
        continue;
      }
      const when = story.local(task.opens);
      const outcome = task.dispositions[0] ?? '';
      story.on(when, rita.completes(task.step, outcome));
      days.push(when);
    }
    const { trace } = await story.run('2026-03-30T09:00');
    const touched = trace.flatMap((entry) =>
      entry.type === 'completed' ? story.local(entry.at).slice(0, 10) : []
    );
    expect(touched.length).toBeGreaterThan(4);
    expect(new Set(touched).size).toBe(touched.length);
  });

  it('AC-A28 when they live elsewhere, then they are contacted by their own clock', async () => {
    const fields = { ...CONTACT, timezone: 'America/Los_Angeles' };
    const story = new Story(gallery('outbound-qualification'), { fields });
    story.enrolls('2026-01-05T09:00', rita);
    const { tasks } = await story.run('2026-01-05T09:00');
    expect(tasks.map(({ opens }) => story.local(opens))).toEqual(['2026-01-05T11:00']);
  });
});

/** Branched: the opening email went out on Monday at nine. */
function opening(region = 'south'): Story {
  return new Story(gallery('branched-follow-up'), { fields: { company: 'Acme', region } })
    .enrolls('2026-01-05T09:00', rita)
    .on('2026-01-05T09:30', rita.completes('email-1#1'));
}

describe('AC-A29 given an opening email that was sent', () => {
  it('AC-A29 when they reply, then the qualifying call comes at once', async () => {
    const story = opening().on('2026-01-06T11:00', mail.signals('reply'));
    expect(await story.open('2026-01-06T11:00')).toEqual(['qualify#1']);
  });

  it('AC-A29 when they only open it, then a call comes next', async () => {
    const story = opening().on('2026-01-06T11:00', mail.signals('opened'));
    expect((await story.run('2026-01-06T12:00')).positions).toMatchObject([{ node: 'wait-reply' }]);
    expect(await story.open('2026-01-09T09:30')).toEqual(['call-1#1']);
  });

  it.each([
    ['north', 'email-north#1'],
    ['south', 'email-general#1']
  ])('AC-A29 AC-A21 when the %s is silent, then %s comes next', async (region, step) => {
    expect(await opening(region).open('2026-01-12T09:30')).toEqual([step]);
  });

  it.each([
    ['connected', 'summary#1'],
    ['voicemail', 'sms-1#1'],
    ['interested', 'qualify#1']
  ])('AC-A29 when the call ended with %s, then %s comes next', async (disposition, step) => {
    const story = opening()
      .on('2026-01-06T11:00', mail.signals('opened'))
      .on('2026-01-09T10:00', rita.completes('call-1#1', disposition, { checklist: ['question'] }));
    expect(await story.open('2026-01-09T10:00')).toEqual([step]);
  });

  it('AC-A29 when nobody picked up, then the last call comes some days later', async () => {
    const story = opening()
      .on('2026-01-06T11:00', mail.signals('opened'))
      .on('2026-01-09T10:00', rita.completes('call-1#1', 'no-answer'));
    expect(await story.open('2026-01-14T10:00')).toEqual(['call-2#1']);
  });

  it('AC-A29 when they say no, then it ends', async () => {
    const story = opening()
      .on('2026-01-06T11:00', mail.signals('opened'))
      .on(
        '2026-01-09T10:00',
        rita.completes('call-1#1', 'not-interested', { checklist: ['question'] })
      );
    expect((await story.run('2026-01-09T10:00')).end).toMatchObject({ result: 'notInterested' });
  });
});
