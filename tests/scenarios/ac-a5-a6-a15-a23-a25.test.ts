import { describe, expect, it } from 'vitest';
import type { CadenceFile, Channel } from '$lib/domain';
import { Device, computeHost, Story, gallery } from '../support/story';
import { QUIET } from '$tests/support/quiet-run';

const host = computeHost();
const rita = new Device('rita');

/** Seed processes, and the cadence of the gallery that stands for each. */
const PROCESSES = {
  'lead qualification': 'unified-qualification',
  'customer acquisition': 'customer-acquisition',
  'deal review': 'deal-review',
  'product delivery': 'product-delivery',
  'work-order preparation': 'work-order'
};

describe('AC-A5 given the processes that the tool has to represent', () => {
  it.each(Object.entries(PROCESSES))(
    'AC-A5 when %s is opened, then it ships, checks and runs',
    async (_, name) => {
      const file = gallery(name);
      const { diagnostics, analysis } = await host.check(file);
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(analysis?.exits.every(({ reachable }) => reachable)).toBe(true);
      const request = { run: 'a5', file, scenario: 'typical', leads: 200 };
      const reply = await host.simulate(request, QUIET);
      expect(reply).toMatchObject({ type: 'done', result: { unfinished: 0 } });
    }
  );
});

describe('AC-A6 given a step that is open', () => {
  it('AC-A6 when it is an email, then it says which, with which template, when, and when not to use it', async () => {
    const story = new Story(gallery('six-step-follow-up'), { fields: { company: 'Acme' } });
    const [task] = (await story.enrolls('2026-01-05T09:00', rita).run('2026-01-05T09:00')).tasks;
    const node = story.cadence.nodes.find(({ id }) => id === task?.node);
    expect(node).toMatchObject({
      channel: 'email',
      instruction: expect.any(String) as unknown,
      template: { subject: expect.any(String) as unknown, avoidWhen: expect.any(String) as unknown }
    });
    expect(story.local(task?.due ?? 0)).toBe('2026-01-05T13:00');
  });

  it('AC-A6 when it is a call, then it says how often to try', async () => {
    const story = new Story(gallery('unified-qualification'), {
      fields: { company: 'Acme', country: 'US', 'team-size': 12 }
    })
      .enrolls('2026-01-05T09:00', rita)
      .on('2026-01-05T09:30', rita.completes('introduce#1'));
    const call = async (local: string) => (await story.run(local)).tasks;
    expect(await call('2026-01-06T09:30')).toMatchObject([{ attempt: 1, attempts: 4 }]);
    story.on('2026-01-06T10:00', rita.completes('qualify#1', 'no-answer'));
    expect(await call('2026-01-06T10:00')).toMatchObject([
      { step: 'qualify#2', attempt: 2, opens: story.at('2026-01-07T10:00') }
    ]);
    story.on('2026-01-07T10:00', rita.completes('qualify#2', 'voicemail'));
    story.on('2026-01-08T10:00', rita.completes('qualify#3', 'no-answer'));
    story.on('2026-01-09T10:00', rita.completes('qualify#4', 'no-answer'));
    expect((await story.run('2026-01-09T10:00')).end).toMatchObject({ result: 'unresponsive' });
  });

  it('AC-A6 when they want to be called back, then it opens at that time', async () => {
    const story = new Story(gallery('inbound-prospecting'), { fields: { company: 'Acme' } });
    story.enrolls('2026-01-05T10:00', rita);
    const until = story.at('2026-01-07T15:00');
    story.on(
      '2026-01-05T10:10',
      rita.completes('call-1#1', 'call-back', { until, checklist: ['need', 'next'] })
    );
    expect((await story.run('2026-01-05T10:10')).tasks).toMatchObject([
      { step: 'call-1#2', opens: until }
    ]);
  });

  it('AC-A6 when it is a meeting, a demo, a document or an approval, then it is a step like others', () => {
    const actions = Object.values(PROCESSES)
      .concat('discount-approval')
      .flatMap((name) => gallery(name).cadence.nodes)
      .filter((node) => node.kind === 'action');
    const wanted: readonly Channel[] = ['meeting', 'demo', 'document', 'approval', 'task', 'call'];
    expect(new Set(actions.map(({ channel }) => channel))).toEqual(new Set([...wanted, 'email']));
    expect(actions.some(({ repeat }) => repeat)).toBe(true);
  });
});

describe('AC-A15 given data that lie in several cadences', () => {
  const insurance = gallery('car-insurance');
  const errors = async (file: CadenceFile) =>
    (await host.check(file)).diagnostics.filter(({ severity }) => severity === 'error');

  it('AC-A15 when the other cadence is not there, then an error says what to do', async () => {
    const [error] = await errors({ ...insurance, linked: [], scenarios: [] });
    expect(error).toMatchObject({ code: 'unknown-cadence', node: 'to-renewal' });
    expect(error?.help).toBeTruthy();
  });

  it('AC-A15 when it is linked in the file, then there is none', async () => {
    expect(await errors(insurance)).toEqual([]);
  });

  it('AC-A15 when what is handed over is not data of the other cadence, then a warning says which', async () => {
    const nodes = insurance.cadence.nodes.map((node) =>
      node.kind === 'handoff' && node.to.type === 'enroll'
        ? { ...node, to: { ...node.to, fields: [{ from: 'plate', to: 'license' }] } }
        : node
    );
    const { diagnostics } = await host.check({
      ...insurance,
      cadence: { ...insurance.cadence, nodes }
    });
    const told = diagnostics.find(({ code }) => code === 'different-data');
    expect(told).toMatchObject({ severity: 'warning', node: 'to-renewal' });
    expect(told?.message).toContain('license');
    expect(told?.help).toContain('other cadence');
  });

  it('AC-A15 when a condition asks for data that the cadence does not have, then that is an error', async () => {
    const review = gallery('deal-review');
    const fields = review.cadence.fields.filter(({ id }) => id !== 'key-account');
    const found = await errors({ ...review, cadence: { ...review.cadence, fields } });
    expect(found.map(({ code }) => code)).toContain('unknown-field');
  });
});

describe('AC-A25 given a transactional and a relational cadence', () => {
  /** Most touches with the lead on any way to an end. */
  async function mostTouches(name: string): Promise<number> {
    const { analysis } = await host.check(gallery(name));
    const reaching: readonly Channel[] = ['email', 'call', 'sms', 'social', 'meeting', 'demo'];
    return Math.max(
      ...(analysis?.exits ?? []).map(({ touches }) =>
        reaching.reduce((sum, channel) => sum + (touches[channel]?.max ?? 0), 0)
      )
    );
  }

  it('AC-A25 when their paths are compared, then the transactional one has fewer touches', async () => {
    const inbound = gallery('inbound-prospecting').cadence;
    const acquisition = gallery('customer-acquisition').cadence;
    expect([inbound.salesModel, acquisition.salesModel]).toEqual(['transactional', 'relational']);
    const [simple, complex] = [
      await mostTouches('inbound-prospecting'),
      await mostTouches('customer-acquisition')
    ];
    expect(simple).toBeGreaterThan(0);
    expect(simple).toBeLessThan(complex);
  });
});

describe('AC-A23 given deals of key accounts and others', () => {
  const review = (key: boolean) =>
    new Story(gallery('deal-review'), { fields: { company: 'Acme', 'key-account': key } }).enrolls(
      '2026-01-06T10:00',
      rita
    );
  const figures = { fields: { amount: 5000, 'close-date': '2026-03-31' } };

  it('AC-A23 when it is a key account, then Friday brings the figures, Monday the review, week after week', async () => {
    const story = review(true);
    expect(await story.open('2026-01-09T12:59')).toEqual([]);
    expect(await story.open('2026-01-09T13:00')).toEqual(['update#1']);
    story.on('2026-01-09T14:00', rita.completes('update#1', undefined, figures));
    expect(await story.open('2026-01-12T09:30')).toEqual(['review#1']);
    story.on('2026-01-12T10:00', rita.completes('review#1', 'on-track'));
    expect(await story.open('2026-01-16T13:00')).toEqual(['update#2']);
    story.on('2026-01-16T14:00', rita.completes('update#2', undefined, figures));
    expect(await story.open('2026-01-19T09:30')).toEqual(['review#2']);
  });

  it('AC-A23 when it is another account, then there is no weekly review, and moving it there is refused', async () => {
    const story = review(false);
    expect((await story.run('2026-01-09T13:00')).positions).toMatchObject([{ node: 'month' }]);
    const weekly = {
      type: 'move',
      enrollment: story.key(),
      move: 'weekly',
      to: 'to-friday'
    } as const;
    const verdict = await story.may('2026-01-09T13:00', weekly);
    expect(verdict).toMatchObject({ allowed: false, refusal: { unmet: [{ id: 'key-account' }] } });
    story.on('2026-01-09T13:00', rita.sets('key-account', true));
    expect(await story.may('2026-01-09T13:01', weekly)).toEqual({ allowed: true });
  });
});
