import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCadenceValue, WEEKDAYS, type CadenceFile } from '$lib/domain';
import { ComputeHost } from '$lib/worker/compute-host';
import { QUIET } from '$tests/support/quiet-run';
import { AMOUNTS, ORIGINS, REACH_CHANNELS, type Answers } from './answers';
import { proposeCadence } from './propose';
import { suggestModel } from './sales-model';

const ID = '01hzzzzzzzzzzzzzzzzzzzzzzz';
const START = '2026-01-05T09:00';

const BASE: Answers = {
  offer: 'season plans',
  goal: 'performance',
  origin: 'outbound',
  cycleWeeks: 3,
  amount: 'small',
  deciders: 1,
  channels: ['email', 'call'],
  days: ['mon', 'tue', 'wed', 'thu', 'fri'],
  hours: ['09:00', '17:00'],
  tz: 'Europe/Berlin'
};

const host = new ComputeHost({ now: () => 0, pause: () => Promise.resolve() });

const propose = (answers: Partial<Answers> = {}) =>
  proposeCadence({ ...BASE, ...answers }, { id: ID, start: START });

const DAYS: readonly Answers['days'][] = [BASE.days, WEEKDAYS, ['tue', 'thu'], ['sat']];

const answersOf = fc.record(
  {
    offer: fc.oneof(fc.constant('{{x}} plans'), fc.string({ maxLength: 40 })),
    goal: fc.constantFrom('uniformity' as const, 'performance' as const, 'turnaround' as const),
    origin: fc.constantFrom(...ORIGINS),
    cycleWeeks: fc.integer({ min: 1, max: 60 }),
    amount: fc.constantFrom(...AMOUNTS),
    deciders: fc.integer({ min: 1, max: 9 }),
    salesModel: fc.constantFrom('transactional' as const, 'relational' as const),
    channels: fc.subarray([...REACH_CHANNELS], { minLength: 1 }),
    days: fc.constantFrom(...DAYS)
  },
  {
    requiredKeys: [
      'offer',
      'goal',
      'origin',
      'cycleWeeks',
      'amount',
      'deciders',
      'channels',
      'days'
    ]
  }
);

const touchesOf = ({ cadence }: CadenceFile) =>
  cadence.nodes.flatMap((node) =>
    node.kind === 'action' && /^(email|call|sms|social)-\d$/.test(node.id) ? [node] : []
  );

describe('the suggested sales model', () => {
  it('ADV-1 a short cycle, a low amount and few deciders are transactional', () => {
    expect(suggestModel({ cycleWeeks: 1, amount: 'small', deciders: 1 }).model).toBe(
      'transactional'
    );
    expect(suggestModel({ cycleWeeks: 6, amount: 'medium', deciders: 2 }).model).toBe(
      'transactional'
    );
  });

  it('ADV-1 a long cycle and a high amount, or five deciders, are relational', () => {
    expect(suggestModel({ cycleWeeks: 20, amount: 'large', deciders: 2 }).model).toBe('relational');
    expect(suggestModel({ cycleWeeks: 1, amount: 'small', deciders: 5 }).model).toBe('relational');
    expect(suggestModel({ cycleWeeks: 6, amount: 'medium', deciders: 3 }).model).toBe('relational');
  });
});

describe('a proposal', () => {
  it('ADV-2 parses and compiles without errors or warnings, whatever was answered', async () => {
    await fc.assert(
      fc.asyncProperty(answersOf, async (answers) => {
        const { file } = propose(answers);
        const parsed = parseCadenceValue(file);
        expect(parsed.ok ? [] : parsed.error).toEqual([]);
        const { diagnostics } = await host.check(file);
        expect(
          diagnostics
            .filter(({ severity }) => severity !== 'info')
            .map(({ code, node }) => [code, node])
        ).toEqual([]);
      }),
      { seed: 7, numRuns: 60 }
    );
  });

  it('ADV-2 simulates, and leads end in more than one way', async () => {
    for (const origin of ORIGINS) {
      const { file } = propose({ origin, cycleWeeks: 20, amount: 'large', deciders: 5 });
      const reply = await host.simulate({ run: origin, file, scenario: 'base', leads: 500 }, QUIET);
      if (reply.type !== 'done') throw new Error(JSON.stringify(reply));
      const ended = reply.result.exits.filter(({ count }) => count > 0);
      expect(ended.map(({ name }) => name)).toEqual(
        expect.arrayContaining(['Won', 'Lost', 'Not interested', 'No response'])
      );
    }
  });

  it('ADV-3 answers at once who asked, and writes first to who did not', () => {
    const first = (origin: Answers['origin']) => touchesOf(propose({ origin }).file)[0];
    expect(first('inbound')).toMatchObject({
      channel: 'call',
      due: { amount: 1, unit: 'businessHours' }
    });
    expect(first('outbound')).toMatchObject({ channel: 'email' });
    const gaps = (origin: Answers['origin']) =>
      propose({ origin }).file.cadence.parameters.map(({ duration }) => duration.amount);
    expect(Math.max(...gaps('inbound').slice(0, 3))).toBeLessThanOrEqual(2);
    expect(gaps('outbound')[0]).toBe(3);
  });

  it('ADV-4 reaches leads by the chosen channels only, changing between them', () => {
    fc.assert(
      fc.property(answersOf, (answers) => {
        const channels = touchesOf(propose(answers).file).map(({ channel }) => channel);
        expect(answers.channels).toEqual(expect.arrayContaining(channels));
        if (answers.channels.length < 2) return;
        expect(channels.every((channel, index) => channel !== channels[index - 1])).toBe(true);
      }),
      { seed: 11 }
    );
  });

  it('ADV-5 a relational sale has more stages, more people, and approval of large amounts', () => {
    const ids = (answers: Partial<Answers>) =>
      propose(answers).file.cadence.nodes.map(({ id }) => id);
    expect(ids({})).not.toEqual(expect.arrayContaining(['discovery']));
    const large = ids({ amount: 'large', deciders: 6 });
    expect(large).toEqual(expect.arrayContaining(['discovery', 'demo', 'deciders', 'approval']));
    expect(ids({ deciders: 6 })).not.toContain('approval');
    expect(ids({ cycleWeeks: 20, amount: 'large' })).not.toContain('deciders');
  });

  it('ADV-6 a no needs two follow-up emails and a call, where there are as many', () => {
    const rules = (answers: Partial<Answers>) =>
      propose(answers).file.cadence.rules?.map(({ type }) => type);
    expect(rules({})).toContain('exitRequires');
    expect(rules({ channels: ['call', 'sms'] })).not.toContain('exitRequires');
  });

  it('ADV-7 explains what it chose, and always proposes the same', () => {
    fc.assert(
      fc.property(answersOf, (answers) => {
        const proposal = propose(answers);
        expect(proposal).toEqual(propose(answers));
        expect(proposal.choices.length).toBeGreaterThanOrEqual(5);
        expect(proposal.choices.every(({ what, why }) => what !== '' && why !== '')).toBe(true);
      }),
      { seed: 13, numRuns: 50 }
    );
  });
});
