import { describe, expect, it } from 'vitest';
import { Device, Story, countsOf, gallery, missing, refusalIn } from '../support/story';

const rita = new Device('rita');
const eng = new Device('egon');
const web = new Device('website');

/** A prospect who has agreed to see the product. */
function agreed(): Story {
  return new Story(gallery('customer-acquisition'), {
    fields: { company: 'Acme', 'first-name': 'Ann' }
  })
    .enrolls('2026-01-05T09:00', rita)
    .on('2026-01-05T09:30', rita.completes('discovery#1', 'demo-agreed', { checklist: ['wish'] }));
}

function qualify(story: Story) {
  return { type: 'move', enrollment: story.key(), move: 'qualify', to: 'lead' } as const;
}

describe('AC-A3 given a prospect who agreed to a demonstration', () => {
  it('AC-A3 when it is only in the calendar, then qualifying is refused', async () => {
    const story = agreed().on('2026-01-05T10:00', web.signals('demo-booked'));
    const verdict = await story.may('2026-01-05T10:30', qualify(story));
    expect(refusalIn(verdict).code).toBe('requirements');
    expect(countsOf(verdict)).toEqual(['0/1', '0/1']);
    expect(refusalIn(verdict).unmet[0]?.servedBy).toContain('demo');
  });

  it('AC-A3 when nobody came to it, then qualifying is refused, and it is tried again', async () => {
    const story = agreed().on('2026-01-05T11:00', eng.completes('demo#1', 'no-show'));
    expect(countsOf(await story.may('2026-01-05T11:30', qualify(story)))).toEqual(['0/1', '0/1']);
    const { positions, tasks, completed } = await story.run('2026-01-05T11:30');
    expect(positions).toMatchObject([{ step: 'demo#2' }]);
    expect(tasks.map(({ opens }) => story.local(opens))).toEqual(['2026-01-07T11:00']);
    expect(completed).not.toHaveProperty('demo');
  });

  it('AC-A3 when it was skipped, then qualifying is refused', async () => {
    const story = agreed().on('2026-01-05T11:00', eng.skips('demo#1'));
    expect((await story.may('2026-01-05T11:30', qualify(story))).allowed).toBe(false);
  });

  it('AC-A3 when it has taken place, then the lead is qualified', async () => {
    const story = agreed()
      .on('2026-01-05T11:00', eng.completes('demo#1', 'no-show'))
      .on('2026-01-07T11:30', eng.completes('demo#2', 'demo-held'));
    const run = await story.run('2026-01-07T11:30');
    expect(run).toMatchObject({ stage: 'lead', completed: { demo: 1 } });
    expect(await story.open('2026-01-07T11:30')).toEqual(['proposal#1']);
  });

  it('AC-A3 when somebody qualifies all the same, then that is kept and does nothing', async () => {
    const story = agreed().on('2026-01-05T10:00', rita.moves('lead', 'qualify'));
    const { notices, enrollments } = await story.state('2026-01-05T10:30');
    expect(notices).toMatchObject([{ code: 'refused' }]);
    expect(enrollments).toMatchObject([{ stage: 'demonstration' }]);
  });

  it.each(['qualified', 'won'] as const)(
    'AC-A3 when somebody takes the lead out as %s before it, then that is refused',
    async (result) => {
      const story = agreed().on('2026-01-05T10:00', eng.completes('demo#1', 'no-show'));
      const out = { type: 'exit', enrollment: story.key(), result } as const;
      const refusal = refusalIn(await story.may('2026-01-05T10:30', out));
      expect(refusal.sentence).toMatch(/demos 0 of 1/);
      story.on('2026-01-05T10:30', rita.takesOut(result));
      expect((await story.run('2026-01-05T11:00')).status).toBe('running');
    }
  );
});

/** They have ordered, on the call for a decision. */
function ordered(checklist: readonly string[] = []): Story {
  return agreed()
    .on('2026-01-05T11:00', eng.completes('demo#1', 'demo-held'))
    .on('2026-01-06T10:00', rita.completes('proposal#1', undefined, { fields: { amount: 9000 } }))
    .on('2026-01-09T11:00', rita.completes('decision#1', 'ordered', { checklist }));
}

describe('AC-A9 given a stage with a checklist, and an order', () => {
  it('AC-A9 when items are open, then the deal is not closed; the order is kept as an offer', async () => {
    const story = ordered();
    const run = await story.run('2026-01-09T11:30');
    expect(run).toMatchObject({ status: 'running', offers: [{ node: 'won', openSince: null }] });
    const close = { type: 'move', enrollment: story.key(), to: 'won' } as const;
    const verdict = await story.may('2026-01-09T11:30', close);
    expect(missing(verdict)).toEqual(['checklist need', 'checklist decider']);
  });

  it('AC-A9 when one item is open, then closing is refused for that one', async () => {
    const story = ordered(['need']);
    const close = { type: 'move', enrollment: story.key(), to: 'won' } as const;
    expect(missing(await story.may('2026-01-09T11:30', close))).toEqual(['checklist decider']);
  });

  it('AC-A9 when the last is ticked with the move itself, then it is allowed', async () => {
    const story = ordered(['need']);
    const close = {
      type: 'move',
      enrollment: story.key(),
      to: 'won',
      checklist: ['decider']
    } as const;
    expect(await story.may('2026-01-09T11:30', close)).toEqual({ allowed: true });
  });

  it('AC-A9 when a task has items, then it is done once they are ticked, and the stage closes', async () => {
    const story = ordered();
    expect(await story.open('2026-01-09T11:30')).toEqual(['file#1']);
    const finish = (checklist: readonly string[]) =>
      ({ type: 'complete', enrollment: story.key(), step: 'file#1', checklist }) as const;
    const verdict = await story.may('2026-01-09T11:30', finish(['need']));
    expect(missing(verdict)).toEqual(['checklist decider']);
    expect(await story.may('2026-01-09T11:30', finish(['need', 'decider']))).toEqual({
      allowed: true
    });
    story.on(
      '2026-01-09T12:00',
      rita.completes('file#1', undefined, { checklist: ['need', 'decider'] })
    );
    expect((await story.run('2026-01-09T12:00')).end).toMatchObject({ node: 'won', result: 'won' });
  });

  it('AC-A9 when everything is ticked, then the order closes it at once', async () => {
    expect((await ordered(['need', 'decider']).run('2026-01-09T11:00')).end).toMatchObject({
      result: 'won'
    });
  });

  it('AC-A9 ENG-69 when a call was answered, then it needs its items; when not, then it has none to tick', async () => {
    const story = new Story(gallery('customer-acquisition'), { fields: { company: 'Acme' } });
    story.enrolls('2026-01-05T09:00', rita);
    const end = (disposition: string) =>
      ({ type: 'complete', enrollment: story.key(), step: 'discovery#1', disposition }) as const;
    expect(missing(await story.may('2026-01-05T09:30', end('demo-agreed')))).toEqual([
      'checklist wish'
    ]);
    expect(await story.may('2026-01-05T09:30', end('no-answer'))).toEqual({ allowed: true });
  });
});
