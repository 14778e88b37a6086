import { describe, expect, it } from 'vitest';
import type { Cadence, CadenceFile, Delay } from '$lib/domain';
import { businessDays, cadenceOf, call, entry, exit, fileOf } from '../support/cadences';
import { Device, computeHost, Story, gallery } from '../support/story';
import { QUIET } from '$tests/support/quiet-run';

const rita = new Device('rita');
const host = computeHost();
const SIX = gallery('six-step-follow-up');

function sixStep(file: CadenceFile = SIX): Story {
  return new Story(file, { fields: { company: 'Acme' } }).enrolls('2026-01-05T09:00', rita);
}

/** Does every task at the instant it opens; nothing comes of any. Gives back step and time of each. */
async function silently(story: Story): Promise<readonly (readonly [string, string])[]> {
  const done: (readonly [string, string])[] = [];
  let now = '2026-01-05T09:00';
  for (let turn = 0; turn < 40; turn++) {
    const { tasks, timers, end } = await story.run(now);
    const [task] = tasks;
    if (end) return done;
    now = story.local(task ? task.opens : (timers[0]?.at ?? NaN));
    if (!task) continue;
    story.on(now, rita.completes(task.step, task.channel === 'call' ? 'no-answer' : 'no-reaction'));
    done.push([task.node, now]);
  }
  throw new Error('it does not end');
}

function withGap(duration: Delay): CadenceFile {
  const parameters = SIX.cadence.parameters.map((one) =>
    one.id === 'gap1' && 'amount' in duration ? { ...one, duration } : one
  );
  return { ...SIX, cadence: { ...SIX.cadence, parameters } };
}

describe('AC-B1 given the six steps', () => {
  it('AC-B1 when the lead is silent, then email, call, call, call, email, call come on their days', async () => {
    const story = sixStep();
    expect(await silently(story)).toEqual([
      ['email-1', '2026-01-05T09:00'],
      ['call-1', '2026-01-06T09:00'],
      ['call-2', '2026-01-08T09:00'],
      ['call-3', '2026-01-12T09:00'],
      ['email-2', '2026-01-15T09:00'],
      ['call-4', '2026-01-19T09:00']
    ]);
    expect((await story.run('2026-01-19T09:00')).end).toMatchObject({ result: 'unresponsive' });
  });
});

describe('AC-B2 given a set number of business days', () => {
  it('AC-B2 when nobody does anything, then the lead is given up in time', async () => {
    const { end } = await sixStep().run('2026-03-30T09:00');
    const story = sixStep();
    expect(end?.result).toBe('unresponsive');
    // Twenty-five business days after Monday 5 January.
    expect(end?.at).toBeLessThanOrEqual(story.at('2026-02-09T09:00'));
  });

  it('AC-B2 when the cadence is checked, then its longest path is compared with the limit', async () => {
    const { analysis } = await host.check(SIX);
    expect(analysis?.limit).toEqual({ businessDays: 25, kept: true });
    expect(analysis?.slowestVerdict).toMatchObject({ businessDays: expect.any(Number) as unknown });
    const tight = {
      ...SIX.cadence,
      rules: [{ id: 'verdict', type: 'verdictWithin', limit: businessDays(10) }]
    } satisfies Cadence;
    const reply = await host.check({ ...SIX, cadence: tight });
    expect(reply.analysis?.limit).toEqual({ businessDays: 10, kept: false });
    expect(reply.diagnostics.filter(({ severity }) => severity !== 'info')).not.toEqual([]);
  });

  it('AC-B2 when nothing else ends a run, then the limit does', async () => {
    const nodes = [entry(), call('only'), exit('done')];
    const cadence = cadenceOf(nodes, ['start > only', 'only > done'], {
      rules: [{ id: 'verdict', type: 'verdictWithin', limit: businessDays(15) }]
    });
    const story = new Story(fileOf(cadence)).enrolls('2026-01-05T10:00', rita);
    expect((await story.run('2026-01-26T09:59')).status).toBe('running');
    expect(await story.run('2026-01-26T10:00')).toMatchObject({
      status: 'ended',
      tasks: [],
      end: { result: 'unresponsive', cause: 'limit', node: null }
    });
  });
});

describe('AC-B3 given gaps that are parameters', () => {
  it('AC-B3 when one is changed, then the calls move, and nothing else changes', async () => {
    const steps = await silently(sixStep(withGap(businessDays(3))));
    expect(steps.map(([node]) => node)).toEqual((await silently(sixStep())).map(([node]) => node));
    expect(steps[1]).toEqual(['call-1', '2026-01-08T09:00']);
  });

  it('AC-B3 when one is swept in simulations, then they show what it costs', async () => {
    const means: number[] = [];
    for (const amount of [1, 3, 5]) {
      const request = {
        run: 'sweep',
        scenario: 'typical',
        leads: 500,
        file: withGap(businessDays(amount))
      };
      const reply = await host.simulate(request, QUIET);
      if (reply.type !== 'done') throw new Error(reply.type);
      means.push(reply.result.elapsed.mean);
    }
    expect([...means].sort((a, b) => a - b)).toEqual(means);
    expect(new Set(means).size).toBe(3);
  });
});
