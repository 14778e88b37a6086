import { describe, expect, it } from 'vitest';
import { Device, Story, gallery } from '../support/story';

const web = new Device('website');
const rita = new Device('rita');
const cora = new Device('cora');

/** Policy paid on Thursday 8 January at noon. */
function insured(): Story {
  const policy = { fields: { plate: '1234 ABC', 'policy-end': '2027-01-07' } };
  return new Story(gallery('car-insurance'), { fields: { 'first-name': 'Ann', car: 'city car' } })
    .enrolls('2026-01-05T10:00', web)
    .on('2026-01-05T11:00', web.signals('sent', 'quote#1'))
    .on('2026-01-05T16:00', web.signals('quote-accepted'))
    .on('2026-01-06T10:00', rita.completes('policy#1', undefined, policy))
    .on('2026-01-08T12:00', web.signals('premium-paid'));
}

const CLAIMED = '2026-06-01T10:00';

/** A claim in June, accepted the same day, with the workshop from half past two on. */
function withVendors(): Story {
  const story = insured().on(CLAIMED, web.signals('claim'));
  const claim = story.key(1, 'Insurance claim');
  return story
    .on('2026-06-01T10:30', web.completes('we-have-it#1'), claim)
    .on('2026-06-01T12:00', cora.completes('details#1', 'connected'), claim)
    .on('2026-06-01T12:30', web.completes('looking-at-it#1'), claim)
    .on('2026-06-01T14:00', cora.approves('accept#1'), claim)
    .on('2026-06-01T14:30', web.completes('accepted#1'), claim);
}

describe('AC-B11 given a sale that is about to be won', () => {
  it('AC-B11 when the money comes, then it is won, and the renewal department has the customer at that instant', async () => {
    const story = insured();
    expect((await story.run('2026-01-08T12:00')).end).toMatchObject({ result: 'won' });
    const renewal = await story.run('2026-01-08T12:00', story.key(1, 'Insurance renewal'));
    expect(renewal).toMatchObject({ status: 'running', virtual: true, stage: 'running' });
    expect(renewal.enrolledAt).toBe(story.at('2026-01-08T12:00'));
  });

  it('AC-B11 when the money has not come, then nobody else has the customer', async () => {
    const { enrollments } = await insured().state('2026-01-08T11:59');
    expect(enrollments).toHaveLength(1);
  });
});

describe('AC-A35 given somebody whose car is insured', () => {
  it('AC-A35 when the policy ends in a month, then the renewal comes up', async () => {
    const story = insured();
    const renewal = story.key(1, 'Insurance renewal');
    const [timer] = (await story.run('2026-02-01T10:00', renewal)).timers;
    expect(story.local(timer?.at ?? 0)).toBe('2026-12-08T09:00');
    expect((await story.run('2026-12-08T13:00', renewal)).tasks).toMatchObject([{ node: 'offer' }]);
  });

  it('AC-A35 when a claim comes on the closed sale, then the claims department starts', async () => {
    const story = insured().on(CLAIMED, web.signals('claim'));
    expect((await story.run(CLAIMED)).status).toBe('ended');
    const claim = await story.run(CLAIMED, story.key(1, 'Insurance claim'));
    expect(claim).toMatchObject({ status: 'running', stage: 'received' });
    expect(claim.tasks).toMatchObject([{ node: 'we-have-it', automatic: true }]);
  });

  it('AC-A35 when two claims come, then each is one of its own', async () => {
    const story = insured()
      .on(CLAIMED, web.signals('claim'))
      .on('2026-09-01T10:00', web.signals('claim'));
    const { enrollments } = await story.state('2026-09-01T10:00');
    const claims = enrollments.filter(({ key }) =>
      [1, 2].map((n) => story.key(n, 'Insurance claim')).includes(key)
    );
    expect(claims.map(({ enrolledAt }) => story.local(enrolledAt))).toEqual([
      CLAIMED,
      '2026-09-01T10:00'
    ]);
  });

  it('AC-A35 when the claim passes a stage, then the customer is told', async () => {
    const story = withVendors();
    const claim = story.key(1, 'Insurance claim');
    story
      .on('2026-06-01T15:00', cora.completes('order-repair#1'), claim)
      .on('2026-06-01T15:10', cora.completes('order-parts#1'), claim)
      .on('2026-06-04T11:00', web.signals('vendor-done'))
      .on('2026-06-04T11:30', web.completes('ready#1'), claim);
    const { trace } = await story.run('2026-06-04T12:00', claim);
    const steps = trace.flatMap((entry) =>
      entry.type === 'entered' || entry.type === 'completed' ? entry.step : []
    );
    const told = {
      received: 'we-have-it',
      assessing: 'looking-at-it',
      vendors: 'accepted',
      settling: 'ready'
    };
    for (const [stage, message] of Object.entries(told)) {
      expect(steps.indexOf(`${message}#1`)).toBe(steps.indexOf(`${stage}#1`) + 1);
    }
  });

  it('AC-A35 when the claim comes to a stage, then its department has the work of it', async () => {
    const story = insured().on(CLAIMED, web.signals('claim'));
    const claim = story.key(1, 'Insurance claim');
    const work = async (local: string) => {
      const { stage, tasks } = await story.run(local, claim);
      return [stage, ...tasks.map(({ node, role }) => `${node} ${role ?? ''}`)];
    };
    story.on('2026-06-01T10:30', web.completes('we-have-it#1'), claim);
    expect(await work('2026-06-01T10:30')).toEqual(['received', 'details claims']);
    story
      .on('2026-06-01T12:00', cora.completes('details#1', 'connected'), claim)
      .on('2026-06-01T12:30', web.completes('looking-at-it#1'), claim);
    expect(await work('2026-06-01T12:30')).toEqual(['assessing', 'accept lead']);
    story
      .on('2026-06-01T14:00', cora.approves('accept#1'), claim)
      .on('2026-06-01T14:30', web.completes('accepted#1'), claim);
    expect(await work('2026-06-01T14:30')).toEqual([
      'vendors',
      'order-repair claims',
      'order-parts claims'
    ]);
  });

  it('AC-A35 when a vendor does not move, then the alarm is raised, to the minute', async () => {
    const story = withVendors();
    const claim = story.key(1, 'Insurance claim');
    const alarms = async (local: string) =>
      (await story.run(local, claim)).sla
        .filter(({ node }) => node === 'vendors')
        .map(({ threshold, action, role, at, reached }) =>
          [threshold, action, role, story.local(at), reached].join(' ')
        );
    // Five and eight business days after Monday 1 June, 14:00, when the claim was accepted.
    const [stalled, alarm] = [
      'stalled warn claims 2026-06-08T14:00',
      'alarm escalate lead 2026-06-11T14:00'
    ];
    expect(await alarms('2026-06-08T13:59')).toEqual([`${stalled} false`, `${alarm} false`]);
    expect(await alarms('2026-06-08T14:00')).toEqual([`${stalled} true`, `${alarm} false`]);
    expect(await alarms('2026-06-11T13:59')).toEqual([`${stalled} true`, `${alarm} false`]);
    expect(await alarms('2026-06-11T14:00')).toEqual([`${stalled} true`, `${alarm} true`]);
    const { trace } = await story.run('2026-06-11T14:00', claim);
    expect(trace.filter(({ type }) => type === 'slaReached')).toHaveLength(2);
  });

  it('AC-A35 when the vendors are done in time, then there is no alarm', async () => {
    const story = withVendors();
    const claim = story.key(1, 'Insurance claim');
    story
      .on('2026-06-01T15:00', cora.completes('order-repair#1'), claim)
      .on('2026-06-01T15:10', cora.completes('order-parts#1'), claim)
      .on('2026-06-04T11:00', web.signals('vendor-done'));
    const { stage, trace } = await story.run('2026-06-30T12:00', claim);
    expect(stage).toBe('settling');
    const reached = trace.flatMap((entry) => (entry.type === 'slaReached' ? entry.step : []));
    expect(reached).not.toContain('vendors#1');
  });

  it('AC-A35 when the workshop is late, then it is called, not the customer', async () => {
    const story = withVendors();
    const claim = story.key(1, 'Insurance claim');
    story
      .on('2026-06-01T15:00', cora.completes('order-repair#1'), claim)
      .on('2026-06-01T15:10', cora.completes('order-parts#1'), claim);
    expect((await story.run('2026-06-10T12:00', claim)).tasks).toMatchObject([{ node: 'push' }]);
  });
});
