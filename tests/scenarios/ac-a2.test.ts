import { describe, expect, it } from 'vitest';
import { Device, Story, countsOf, gallery, refusalIn } from '../support/story';

const rita = new Device('rita');
const mail = new Device('mail-gateway');
const MONDAY = '2026-01-05T09:00';

const FIELDS = {
  company: 'Acme',
  'first-name': 'Ann',
  email: 'ann@example.com',
  phone: '+1 312 555 0100',
  timezone: 'America/Chicago'
};

function uninterested(story: Story) {
  return { type: 'exit', enrollment: story.key(), result: 'notInterested' } as const;
}

/** Six-step: two emails and one call. The introduction is sent. */
function introduced(): Story {
  return new Story(gallery('six-step-follow-up'), { fields: FIELDS })
    .enrolls(MONDAY, rita)
    .on('2026-01-05T09:30', rita.completes('email-1#1', 'no-reaction'));
}

/** Outbound: two follow-up emails and one call. They said no on the first call. */
async function saidNo(): Promise<Story> {
  const story = new Story(gallery('outbound-qualification'), { fields: FIELDS });
  story.enrolls(MONDAY, rita);
  const [first = ''] = await story.open(MONDAY);
  return story
    .on('2026-01-05T09:30', rita.completes(first, 'no-reaction'))
    .on('2026-01-08T10:00', rita.completes('call-1#1', 'not-interested', { checklist: ['need'] }));
}

describe('AC-A2 given a rule of two emails and one call, and one email sent', () => {
  it('AC-A2 when the lead is marked uninterested, then that is refused with "emails 1 of 2, calls 0 of 1"', async () => {
    const story = introduced();
    const verdict = await story.may('2026-01-05T10:00', uninterested(story));
    expect(countsOf(verdict)).toEqual(['1/2', '0/1']);
    expect(refusalIn(verdict).sentence).toMatch(/emails 1 of 2/);
    expect(refusalIn(verdict).sentence).toMatch(/calls 0 of 1/);
  });

  it('AC-A2 when it is refused, then the steps are named that would help', async () => {
    const story = introduced();
    const { actions } = refusalIn(await story.may('2026-01-05T10:00', uninterested(story)));
    const nodes = actions.map(({ node }) => node);
    expect(nodes).toContain('call-1');
    expect(nodes).toContain('email-2');
  });

  it('AC-A2 when exactly two emails and one call were made, then it is allowed', async () => {
    const story = introduced()
      .on('2026-01-06T10:00', rita.completes('call-1#1', 'no-answer'))
      .on('2026-01-08T10:00', rita.skips('call-2#1'))
      .on('2026-01-12T10:00', rita.skips('call-3#1'))
      .on('2026-01-15T10:00', rita.completes('email-2#1', 'no-reaction'));
    expect(await story.may('2026-01-15T10:30', uninterested(story))).toEqual({ allowed: true });
  });

  it('AC-A2 when the second email is planned and not sent, then it does not count', async () => {
    const story = introduced().on('2026-01-06T10:00', rita.completes('call-1#1', 'no-answer'));
    story.on('2026-01-08T10:00', rita.skips('call-2#1'));
    story.on('2026-01-12T10:00', rita.skips('call-3#1'));
    expect(await story.open('2026-01-15T10:00')).toEqual(['email-2#1']);
    expect(countsOf(await story.may('2026-01-15T10:00', uninterested(story)))).toContain('1/2');
  });

  it('AC-A2 when the call was skipped, then it does not count', async () => {
    const story = introduced().on('2026-01-06T10:00', rita.skips('call-1#1'));
    expect(countsOf(await story.may('2026-01-06T10:30', uninterested(story)))).toContain('0/1');
  });

  it('AC-A2 when somebody enrolls the lead straight into that exit, then it waits in front of it', async () => {
    const story = new Story(gallery('six-step-follow-up'), { fields: FIELDS });
    story.enrolls(MONDAY, rita, undefined, 'closed');
    expect(await story.run('2026-01-06T10:00')).toMatchObject({
      end: null,
      positions: [{ node: 'closed', waitsFor: 'requirements' }]
    });
  });

  it('AC-A2 when the email bounced, then it does not count any more', async () => {
    const story = introduced().on('2026-01-05T09:40', mail.signals('bounce', 'email-1#1'));
    expect(countsOf(await story.may('2026-01-05T10:00', uninterested(story)))).toContain('0/2');
  });
});

describe('AC-A2 given the strict rule of two follow-up emails, and a no on the first call', () => {
  it('AC-A2 when only the first email was sent, then no follow-up is counted', async () => {
    const story = await saidNo();
    expect(countsOf(await story.may('2026-01-08T11:00', uninterested(story)))).toEqual([
      '0/2',
      '1/1'
    ]);
  });

  it('AC-A2 when one more was sent, then that is one of two', async () => {
    const story = (await saidNo()).on(
      '2026-01-12T11:00',
      rita.completes('email-concern#1', 'no-reaction')
    );
    expect(countsOf(await story.may('2026-01-13T11:00', uninterested(story)))).toEqual([
      '1/2',
      '1/1'
    ]);
  });

  it('AC-A2 when the no is recorded, then the call counts, and the lead goes the held way', async () => {
    const story = await saidNo();
    const run = await story.run('2026-01-08T11:00');
    expect(run.completed).toMatchObject({ email: 1, call: 1 });
    expect(run.positions).toMatchObject([{ node: 'wait-concern' }]);
    expect(run.offers).toMatchObject([{ node: 'no-need', openSince: null }]);
  });

  it('AC-A2 when the second follow-up is sent, then what was asked for is open at that instant', async () => {
    const story = (await saidNo())
      .on('2026-01-12T11:00', rita.completes('email-concern#1', 'no-reaction'))
      .on('2026-01-15T11:30', rita.completes('call-2#1', 'no-answer'))
      .on('2026-01-21T12:00', rita.completes('email-3#1', 'no-reaction'));
    const { offers } = await story.run('2026-01-21T12:30');
    expect(offers).toMatchObject([{ node: 'no-need', openSince: story.at('2026-01-21T12:00') }]);
    const close = { type: 'move', enrollment: story.key(), to: 'no-need' } as const;
    expect(await story.may('2026-01-21T12:30', close)).toEqual({ allowed: true });
    story.on('2026-01-21T12:30', rita.moves('no-need'));
    expect(await story.run('2026-01-21T12:30')).toMatchObject({
      tasks: [],
      end: { node: 'no-need', result: 'notInterested' }
    });
  });

  it('AC-A2 when a follow-up bounces after that, then what was open is closed again', async () => {
    const story = (await saidNo())
      .on('2026-01-12T11:00', rita.completes('email-concern#1', 'no-reaction'))
      .on('2026-01-15T11:30', rita.completes('call-2#1', 'no-answer'))
      .on('2026-01-21T12:00', rita.completes('email-3#1', 'no-reaction'))
      .on('2026-01-21T12:10', mail.signals('bounce', 'email-3#1'));
    const { status, offers } = await story.run('2026-01-21T12:30');
    expect([status, offers.map(({ openSince }) => openSince)]).toEqual(['running', [null]]);
    const verdict = await story.may('2026-01-21T12:30', uninterested(story));
    expect(countsOf(verdict)).toEqual(['1/2', '2/1']);
    expect(refusalIn(verdict).sentence).toMatch(/follow-up emails 1 of 2/);
  });

  it('AC-A2 when a follow-up is skipped, then it does not count', async () => {
    const story = (await saidNo()).on('2026-01-12T11:00', rita.skips('email-concern#1'));
    expect(countsOf(await story.may('2026-01-13T11:00', uninterested(story)))).toEqual([
      '0/2',
      '1/1'
    ]);
  });

  it('AC-A2 when the offer is taken before, then that is refused with what is missing', async () => {
    const story = await saidNo();
    const close = { type: 'move', enrollment: story.key(), to: 'no-need' } as const;
    expect(countsOf(await story.may('2026-01-08T11:00', close))).toEqual(['0/2', '1/1']);
  });
});
