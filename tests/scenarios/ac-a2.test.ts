import { describe, expect, it } from 'vitest';
import type { CadenceFile } from '$lib/domain';
import { call, cadenceOf, email, entry, exit, fileOf } from '../support/cadences';
import { Device, Story, countsOf, gallery, refusalIn } from '../support/story';

const rita = new Device('rita');
const sam = new Device('sam');
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

/** Both follow-up emails on their way at once, so that two people can send them. */
function twoEmails(): CadenceFile {
  const nodes = [
    entry(),
    email('first'),
    call('call'),
    {
      id: 'both',
      kind: 'fork',
      name: 'Both',
      paths: [
        { id: 'a', name: 'A' },
        { id: 'b', name: 'B' }
      ]
    } as const,
    email('email-a'),
    email('email-b'),
    {
      id: 'met',
      kind: 'join',
      name: 'Met',
      fork: 'both',
      policy: { type: 'all' },
      rest: 'cancel'
    } as const,
    call('last'),
    exit('no', 'notInterested'),
    exit('silent', 'unresponsive')
  ];
  const lines = [
    'start > first',
    'first > call',
    'call > both',
    'both:a > email-a',
    'both:b > email-b',
    'email-a > met',
    'email-b > met',
    'met > last',
    'last > silent'
  ];
  const counts = [
    { channel: 'email', atLeast: 2, followUp: true },
    { channel: 'call', atLeast: 1 }
  ] as const;
  return fileOf(
    cadenceOf(nodes, lines, {
      moves: [{ id: 'close', name: 'Close the case', to: 'no' }],
      rules: [{ id: 'no-needs', type: 'exitRequires', result: 'notInterested', counts }]
    })
  );
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

  it('AC-A2 when the email bounced, then it does not count any more', async () => {
    const story = introduced().on('2026-01-05T09:40', mail.signals('bounce', 'email-1#1'));
    expect(countsOf(await story.may('2026-01-05T10:00', uninterested(story)))).toContain('0/2');
  });

  it('AC-A2 when an automatic email is open, then it counts only once it was sent', async () => {
    const file = twoEmails();
    const nodes = file.cadence.nodes.map((node) =>
      node.kind === 'action' && node.channel === 'email'
        ? { ...node, mode: 'automatic' as const }
        : node
    );
    const story = new Story({ ...file, cadence: { ...file.cadence, nodes } }).enrolls(MONDAY, rita);
    expect((await story.run(MONDAY)).tasks).toMatchObject([{ node: 'first', automatic: true }]);
    story.on(MONDAY, mail.completes('first#1')).on(MONDAY, rita.completes('call#1'));
    expect(await story.open(MONDAY)).toEqual(['email-a#1', 'email-b#1']);
    expect(countsOf(await story.may(MONDAY, uninterested(story)))).toContain('0/2');
    story.on('2026-01-05T09:10', mail.signals('sent', 'email-a#1'));
    expect(countsOf(await story.may('2026-01-05T09:10', uninterested(story)))).toContain('1/2');
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

  it('AC-A2 when the offer is taken before, then that is refused with what is missing', async () => {
    const story = await saidNo();
    const close = { type: 'move', enrollment: story.key(), to: 'no-need' } as const;
    expect(countsOf(await story.may('2026-01-08T11:00', close))).toEqual(['0/2', '1/1']);
  });
});

describe('AC-A2 given devices that are offline', () => {
  const open = () =>
    new Story(twoEmails(), { fields: { name: 'Ann' } })
      .enrolls(MONDAY, rita)
      .on('2026-01-05T09:10', rita.completes('first#1'))
      .on('2026-01-05T09:20', rita.completes('call#1'));

  it('AC-A2 when two of them send one email each, then that makes two after they have met', async () => {
    const story = open()
      .goesOffline(rita, sam)
      .on('2026-01-05T10:00', rita.completes('email-a#1'))
      .on('2026-01-05T10:00', sam.completes('email-b#1'));
    for (const device of [rita, sam]) {
      const verdict = await story.may('2026-01-05T10:30', uninterested(story), device);
      expect(countsOf(verdict)).toContain('1/2');
    }
    story.comesBack(rita, sam);
    expect(await story.may('2026-01-05T10:30', uninterested(story))).toEqual({ allowed: true });
  });

  it('AC-A2 when one of them marks the lead uninterested, then it refuses by itself', async () => {
    const story = open().goesOffline(rita);
    const verdict = await story.may('2026-01-05T10:00', uninterested(story), rita);
    expect(countsOf(verdict)).toEqual(['0/2', '1/1']);
  });

  it('AC-A2 when it was recorded against the rule, then that is kept and does nothing', async () => {
    const story = open()
      .on('2026-01-05T10:00', sam.moves('no', 'close'))
      .on('2026-01-05T10:10', sam.takesOut('notInterested'));
    const { notices, enrollments } = await story.state('2026-01-05T10:30');
    expect(notices).toMatchObject([{ code: 'refused' }, { code: 'refused', event: story.last }]);
    expect(enrollments).toMatchObject([{ status: 'running', end: null }]);
  });
});
