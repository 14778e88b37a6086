import { describe, expect, it } from 'vitest';
import { referral } from '$lib/domain';
import { Device, computeHost, Story, gallery, missing } from '../support/story';

const rita = new Device('rita');
const SIX = gallery('six-step-follow-up');
/** What a call that was answered needs. */
const TALKED = { checklist: ['qualify', 'ask'] };

function introduced(): Story {
  return new Story(SIX, { fields: { company: 'Acme', 'first-name': 'Ann' } })
    .enrolls('2026-01-05T09:00', rita)
    .on('2026-01-05T09:30', rita.completes('email-1#1', 'no-reaction'));
}

/** Both emails and two calls made; on the last call they say this. */
function lastCall(disposition: string): Story {
  return introduced()
    .on('2026-01-06T10:00', rita.completes('call-1#1', 'no-answer'))
    .on('2026-01-08T10:00', rita.skips('call-2#1'))
    .on('2026-01-12T10:00', rita.skips('call-3#1'))
    .on('2026-01-15T10:00', rita.completes('email-2#1', 'no-reaction'))
    .on('2026-01-19T10:00', rita.completes('call-4#1', disposition, TALKED));
}

describe('AC-B4 given a lead that says no', () => {
  it('AC-B4 when the rule is met, then the case is closed at once, and nothing is left to do', async () => {
    const run = await lastCall('not-interested').run('2026-01-19T10:00');
    expect(run).toMatchObject({
      status: 'ended',
      tasks: [],
      timers: [],
      positions: [],
      end: { node: 'closed', result: 'notInterested' }
    });
    expect(run.end?.at).toBe(introduced().at('2026-01-19T10:00'));
  });

  it('AC-B4 when a rule keeps it open for longer, then the author is told, as information', async () => {
    const host = computeHost();
    const { analysis, diagnostics } = await host.check(SIX);
    expect(analysis?.tensions.map(({ asker }) => asker)).toContain('call-1');
    for (const { asksAfter, allowedAfter } of analysis?.tensions ?? []) {
      expect(asksAfter).toBeLessThan(allowedAfter);
    }
    expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  it('AC-B4 when there is no such rule, then a no on the first call closes it', async () => {
    const rules = (SIX.cadence.rules ?? []).filter(({ type }) => type !== 'exitRequires');
    const story = new Story(
      { ...SIX, cadence: { ...SIX.cadence, rules } },
      { fields: { company: 'Acme' } }
    )
      .enrolls('2026-01-05T09:00', rita)
      .on('2026-01-05T09:30', rita.completes('email-1#1', 'no-reaction'))
      .on('2026-01-06T10:00', rita.completes('call-1#1', 'not-interested', TALKED));
    expect((await story.run('2026-01-06T10:00')).end).toMatchObject({ result: 'notInterested' });
  });
});

describe('AC-B5 given a lead that is followed up', () => {
  it.each(['email-1#1', 'call-1#1'])(
    'AC-B5 when it says yes at %s, then it becomes an opportunity',
    async (step) => {
      const story =
        step === 'email-1#1' ? new Story(SIX, { fields: { company: 'Acme' } }) : introduced();
      if (step === 'email-1#1') story.enrolls('2026-01-05T09:00', rita);
      story.on('2026-01-06T10:00', rita.completes(step, 'interested', TALKED));
      const run = await story.run('2026-01-06T10:00');
      expect(run.end).toMatchObject({ node: 'qualified', result: 'qualified', cause: 'goal' });
      expect(run.stage).toBe('opportunity');
      expect(run.tasks).toEqual([]);
    }
  );
});

describe('AC-B9 given a lead on the last call', () => {
  it.each(['interested', 'not-interested'])(
    'AC-B9 when it is %s, then it is asked for somebody else',
    async (disposition) => {
      expect((await lastCall(disposition).run('2026-01-19T10:00')).end?.askReferral).toBe(true);
    }
  );

  it('AC-B9 when it names somebody, then that is a lead of its own, linked, and begins at the beginning', async () => {
    const { lead } = await lastCall('not-interested').state('2026-01-19T10:00');
    const named = referral(lead, '01kdxv4h000000000000000002', { company: 'Acme', name: 'Bob' });
    const story = new Story(SIX, { lead: '02', fields: named.fields, referredBy: lead.id });
    story.enrolls('2026-01-19T11:00', rita);
    const state = await story.state('2026-01-19T11:00');
    expect(state.lead).toEqual(named);
    expect(state.lead.referredBy).toBe(lead.id);
    expect(state.enrollments).toMatchObject([{ status: 'running', touches: 0 }]);
    expect(await story.open('2026-01-19T11:00')).toEqual(['email-1#1']);
  });

  it('AC-B9 when it never answered, then nobody is asked', async () => {
    expect((await lastCall('no-answer').run('2026-01-19T10:00')).end).toMatchObject({
      result: 'unresponsive',
      askReferral: false
    });
  });
});

describe('AC-B10 given a lead that said no', () => {
  it('AC-B10 when half a year has gone by, then it is back, and its history is kept', async () => {
    const story = lastCall('not-interested');
    const back = '2026-07-20T10:00';
    const before = await story.state('2026-07-20T09:59');
    expect(before.enrollments).toHaveLength(1);
    expect(before.upcoming).toMatchObject([{ at: story.at(back), from: story.key() }]);
    const after = await story.state(back);
    expect(after.upcoming).toEqual([]);
    expect(after.enrollments).toMatchObject([
      { key: story.key(1), status: 'ended', touches: 4 },
      { key: story.key(2), status: 'running', virtual: true, touches: 0 }
    ]);
    expect(await story.open(back, story.key(2))).toEqual(['email-1#1']);
  });

  it('AC-B10 when it is enrolled by hand, then not before its time', async () => {
    const story = lastCall('not-interested');
    const { version } = await story.run('2026-01-19T10:00');
    const enroll = { type: 'enroll', cadence: story.cadence.id, version } as const;
    expect(await story.may('2026-02-02T10:00', enroll)).toMatchObject({
      allowed: false,
      refusal: { code: 'reEntry', from: story.at('2026-04-20T09:00') }
    });
    expect(await story.may('2026-04-20T10:00', enroll)).toEqual({ allowed: true });
  });
});

describe('AC-B12 given a follow-up call', () => {
  it('AC-B12 when it opens, then there are four things to do', async () => {
    const story = introduced();
    const [task] = (await story.run('2026-01-06T09:30')).tasks;
    expect(task?.checklist.map(({ text }) => text)).toEqual([
      'Answered their questions',
      'Asked about need, budget and who decides',
      'Took up every objection',
      'Asked for the next step'
    ]);
  });

  it('AC-B12 when it was answered, then it is not done without qualifying and asking', async () => {
    const story = introduced();
    const talk = (checklist: readonly string[], disposition = 'connected') =>
      ({
        type: 'complete',
        enrollment: story.key(),
        step: 'call-1#1',
        disposition,
        checklist
      }) as const;
    const now = '2026-01-06T10:00';
    expect(missing(await story.may(now, talk([])))).toEqual(['checklist qualify', 'checklist ask']);
    expect(await story.may(now, talk(['qualify', 'ask']))).toEqual({ allowed: true });
    expect(await story.may(now, talk([], 'no-answer'))).toEqual({ allowed: true });
  });
});
