import { describe, expect, it } from 'vitest';
import type { CadenceFile } from '$lib/domain';
import { call, cadenceOf, email, entry, exit, fileOf } from '../support/cadences';
import { Device, Story, countsOf } from '../support/story';

const rita = new Device('rita');
const sam = new Device('sam');
const mail = new Device('mail-gateway');
const MONDAY = '2026-01-05T09:00';

function uninterested(story: Story) {
  return { type: 'exit', enrollment: story.key(), result: 'notInterested' } as const;
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

describe('AC-A2 given automatic emails', () => {
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
