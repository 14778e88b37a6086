import { describe, expect, it } from 'vitest';
import { versionOf, type Cadence } from '$lib/domain';
import { Device, Story, gallery } from '../support/story';

const rita = new Device('rita');
const tablet = new Device('rita', 'tablet0001');
const mona = new Device('mona');
const SIX = gallery('six-step-follow-up');
const FIELDS = { company: 'Acme' };
const LATER = '2026-01-05T12:00';

/** Both devices have the lead, and neither has a network. */
function apart(): Story {
  return new Story(SIX, { fields: FIELDS })
    .enrolls('2026-01-05T09:00', mona)
    .goesOffline(rita, tablet);
}

describe('AC-X2 given one enrollment on two devices without a network', () => {
  it('AC-X2 when both record the same email, then it counts once', async () => {
    const story = apart()
      .on('2026-01-05T09:30', rita.completes('email-1#1', 'no-reaction'))
      .on('2026-01-05T09:40', tablet.completes('email-1#1', 'no-reaction'))
      .comesBack(rita, tablet);
    const [, first, second] = story.events.map(({ id }) => id);
    const { notices, enrollments } = await story.state(LATER);
    // Both logs are kept: the one that counts, and the one that says the same.
    expect(notices).toMatchObject([{ code: 'duplicate', event: second, other: first }]);
    expect(enrollments).toMatchObject([
      { touches: 1, completed: { email: 1 }, positions: [{ step: 'wait-1#1' }] }
    ]);
    const sent = enrollments[0]?.trace.filter(({ type }) => type === 'completed');
    expect(sent).toMatchObject([{ step: 'email-1#1', at: story.at('2026-01-05T09:30') }]);
  });

  it('AC-X2 when both are back, then no device may send the email again, nor the next one twice', async () => {
    const story = apart()
      .on('2026-01-05T09:30', rita.completes('email-1#1', 'no-reaction'))
      .on('2026-01-05T09:40', tablet.completes('email-1#1', 'no-reaction'))
      .comesBack(rita, tablet);
    for (const step of ['email-1#1', 'email-1#2']) {
      const again = { type: 'complete', enrollment: story.key(), step } as const;
      for (const device of [rita, tablet])
        expect((await story.may(LATER, again, device)).allowed).toBe(false);
    }
    expect(await story.open('2026-01-06T12:00')).toEqual(['call-1#1']);
  });

  it('AC-X2 when an email that goes out by itself is reported sent by two gateways, then it went out once', async () => {
    const nodes = SIX.cadence.nodes.map((node) =>
      node.kind === 'action' && node.id === 'email-1'
        ? { ...node, mode: 'automatic' as const }
        : node
    );
    const gateways = [new Device('mail', 'gateway001'), new Device('mail', 'gateway002')] as const;
    const story = new Story({ ...SIX, cadence: { ...SIX.cadence, nodes } }, { fields: FIELDS })
      .enrolls('2026-01-05T09:00', mona)
      .goesOffline(...gateways);
    for (const gateway of gateways)
      story.on('2026-01-05T13:30', gateway.signals('sent', 'email-1#1'));
    story.comesBack(...gateways);
    const { enrollments } = await story.state('2026-01-05T14:00');
    expect(enrollments).toMatchObject([
      { touches: 1, completed: { email: 1 }, positions: [{ step: 'wait-1#1' }] }
    ]);
  });

  it('AC-X2 when their outcomes differ, then one wins, both are kept, and a person may decide', async () => {
    const story = apart()
      .on('2026-01-05T09:30', rita.completes('email-1#1', 'no-reaction'))
      .on('2026-01-05T09:40', tablet.completes('email-1#1', 'interested'));
    const [, first, chosen = ''] = story.events.map(({ id }) => id);
    story.comesBack(rita, tablet);
    const before = await story.state(LATER);
    expect(before.notices).toMatchObject([
      { code: 'conflict', event: chosen, other: first, settled: false }
    ]);
    expect(before.enrollments).toMatchObject([
      { touches: 1, status: 'running', positions: [{ step: 'wait-1#1' }] }
    ]);
    story.on(LATER, mona.resolves('email-1#1', chosen));
    const after = await story.state(LATER);
    expect(after.enrollments).toMatchObject([{ touches: 1, end: { result: 'qualified' } }]);
    expect(after.notices).toMatchObject([{ code: 'conflict', settled: true }]);
  });

  it('AC-X2 when work has gone on from one, then that wins over an earlier one', async () => {
    const story = apart()
      .on('2026-01-05T09:20', tablet.completes('email-1#1', 'not-interested'))
      .on('2026-01-05T09:30', rita.completes('email-1#1', 'no-reaction'))
      .on('2026-01-06T10:00', rita.completes('call-1#1', 'no-answer'))
      .comesBack(rita, tablet);
    const [run] = (await story.state('2026-01-06T12:00')).enrollments;
    expect(run).toMatchObject({ touches: 2, positions: [{ step: 'wait-2#1' }] });
  });

  it('AC-X2 when the logs arrive in another order, then nothing differs', async () => {
    const story = apart()
      .on('2026-01-05T09:30', rita.completes('email-1#1', 'no-reaction'))
      .on('2026-01-05T09:40', tablet.completes('email-1#1', 'interested'))
      .on('2026-01-06T10:00', rita.completes('call-1#1', 'no-answer'))
      .comesBack(rita, tablet);
    const before = await story.state('2026-01-06T12:00');
    story.events.reverse();
    expect(await story.state('2026-01-06T12:00')).toEqual(before);
  });
});

describe('AC-X3 given a new version while reps are offline', () => {
  const gap = { amount: 4, unit: 'businessDays' } as const;
  const second: Cadence = {
    ...SIX.cadence,
    parameters: SIX.cadence.parameters.map((one) =>
      one.id === 'gap2' ? { ...one, duration: gap } : one
    )
  };
  const [v1, v2] = [versionOf(SIX.cadence), versionOf(second)];

  function published(): Story {
    const at = (day: string) => Date.parse(`${day}T14:00Z`);
    return new Story(SIX, {
      fields: FIELDS,
      others: [second],
      publications: [
        { cadence: second.id, version: v1, at: at('2026-01-02') },
        { cadence: second.id, version: v2, at: at('2026-01-06') }
      ]
    });
  }

  it('AC-X3 when a run is under way, then it ends on the version it began with', async () => {
    const story = published()
      .enrolls('2026-01-05T09:00', rita)
      .goesOffline(rita)
      .on('2026-01-05T09:30', rita.completes('email-1#1', 'no-reaction'))
      .on('2026-01-06T10:00', rita.completes('call-1#1', 'no-answer'));
    const offline = await story.run('2026-01-08T10:00', story.key(), rita);
    story.comesBack(rita);
    const online = await story.run('2026-01-08T10:00');
    expect(online).toEqual(offline);
    expect(online.version).toBe(v1);
    // Two business days, not the four of the new version.
    expect(await story.open('2026-01-08T10:00')).toEqual(['call-2#1']);
    story.on(
      '2026-01-08T10:30',
      rita.completes('call-2#1', 'interested', { checklist: ['qualify', 'ask'] })
    );
    expect(await story.run('2026-01-08T10:30')).toMatchObject({
      version: v1,
      end: { result: 'qualified' }
    });
  });

  it('AC-X3 when somebody comes in after it, then that runs the new one', async () => {
    const story = published().enrolls('2026-01-07T09:00', rita, second);
    story
      .on('2026-01-07T09:30', rita.completes('email-1#1', 'no-reaction'))
      .on('2026-01-08T10:00', rita.completes('call-1#1', 'no-answer'));
    expect((await story.run('2026-01-12T10:00')).version).toBe(v2);
    expect(await story.open('2026-01-12T10:00')).toEqual([]);
    expect(await story.open('2026-01-14T10:00')).toEqual(['call-2#1']);
  });

  it('AC-X3 when a device does not have the version, then it says so and guesses nothing', async () => {
    const missing = new Story(SIX, { fields: FIELDS }).enrolls('2026-01-07T09:00', rita, second);
    const { notices, enrollments } = await missing.state('2026-01-08T10:00');
    expect(notices).toMatchObject([{ code: 'unknownVersion' }]);
    expect(enrollments.every(({ tasks }) => tasks.length === 0)).toBe(true);
  });
});
