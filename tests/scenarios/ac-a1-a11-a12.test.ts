import { describe, expect, it } from 'vitest';
import { Device, Story, gallery, missing, refusalIn } from '../support/story';

const ona = new Device('ona');
const pay = new Device('pavel');
const log = new Device('lola');
const MONDAY = '2026-01-05T08:00';

const TEAMS = {
  clearance: pay.approves('clearance#1'),
  parts: log.completes('parts#1', undefined, { checklist: ['parts'] }),
  appointment: ona.completes('appointment#1', 'connected', {
    fields: { 'visit-date': '2026-01-20' }
  })
};
type Team = keyof typeof TEAMS;

/** A signed order whose three teams have just been asked. */
function asked(): Story {
  return new Story(gallery('work-order'), { fields: { company: 'Acme', 'first-name': 'Ann' } })
    .enrolls(MONDAY, ona)
    .on(
      '2026-01-05T09:00',
      ona.completes('draft#1', undefined, {
        fields: { site: 'Main Street 1' },
        checklist: ['scope', 'contact']
      })
    );
}

/** All three have done their part, and the invoice is made. */
function billed(): Story {
  const story = asked();
  for (const act of Object.values(TEAMS)) story.on('2026-01-05T10:00', act);
  return story.on(
    '2026-01-05T11:00',
    pay.completes('invoice#1', undefined, { fields: { 'invoice-number': 'R-17' } })
  );
}

describe('AC-A1 given a work order that is billed and not submitted', () => {
  const submit = (fields = {}) =>
    ({ type: 'complete', enrollment: billed().key(), step: 'submit#1', fields }) as const;

  it.each([
    [{}, ['field job-status', 'field invoice-date']],
    [{ 'job-status': 'planned' }, ['field invoice-date']],
    [{ 'invoice-date': '2026-01-06' }, ['field job-status']]
  ])(
    'AC-A1 when it is submitted with %o, then that is refused and says what is missing',
    async (fields, lacking) => {
      const verdict = await billed().may('2026-01-05T12:00', submit(fields));
      expect(refusalIn(verdict).code).toBe('incomplete');
      expect(missing(verdict)).toEqual(lacking);
    }
  );

  it('AC-A1 when it is submitted with both, then it is accepted', async () => {
    const fields = { 'job-status': 'planned', 'invoice-date': '2026-01-06' };
    expect(await billed().may('2026-01-05T12:00', submit(fields))).toEqual({ allowed: true });
    const done = billed().on('2026-01-05T12:00', ona.completes('submit#1', undefined, { fields }));
    expect((await done.run('2026-01-05T12:00')).end).toMatchObject({
      node: 'submitted',
      result: 'completed'
    });
  });

  it('AC-A1 when it is recorded without them all the same, then that is kept and does nothing', async () => {
    const story = billed().on('2026-01-05T12:00', ona.completes('submit#1'));
    const { notices } = await story.state('2026-01-05T13:00');
    expect(notices).toMatchObject([{ code: 'refused', event: story.last }]);
    expect(await story.open('2026-01-05T13:00')).toEqual(['submit#1']);
  });

  it('AC-A1 when it is skipped, then it is not submitted, and comes back at once', async () => {
    const story = billed().on('2026-01-05T12:00', ona.skips('submit#1'));
    expect((await story.run('2026-01-05T12:00')).end).toBeNull();
    expect(await story.open('2026-01-05T12:00')).toEqual(['submit#2']);
    const fields = { 'job-status': 'planned', 'invoice-date': '2026-01-06' };
    story.on('2026-01-05T13:00', ona.completes('submit#2', undefined, { fields }));
    expect((await story.run('2026-01-05T13:00')).end).toMatchObject({ node: 'submitted' });
  });

  it('AC-A1 when somebody takes it out as completed, then that is refused', async () => {
    const story = billed();
    const out = { type: 'exit', enrollment: story.key(), result: 'completed' } as const;
    const refusal = refusalIn(await story.may('2026-01-05T12:00', out));
    expect(refusal.unmet).toMatchObject([{ id: 'submitted', servedBy: ['submit'] }]);
    story.on('2026-01-05T12:00', ona.takesOut('completed'));
    expect((await story.run('2026-01-05T13:00')).status).toBe('running');
  });
});

describe('AC-A11 given a stage that needs three teams', () => {
  const orders: readonly (readonly [Team, Team, Team])[] = [
    ['clearance', 'parts', 'appointment'],
    ['clearance', 'appointment', 'parts'],
    ['parts', 'clearance', 'appointment'],
    ['parts', 'appointment', 'clearance'],
    ['appointment', 'clearance', 'parts'],
    ['appointment', 'parts', 'clearance']
  ];

  it('AC-A11 when it is reached, then three tasks are open at once, each for another team', async () => {
    const { tasks } = await asked().run('2026-01-05T09:30');
    expect(tasks.map(({ role }) => role).sort()).toEqual(['coordinator', 'logistics', 'payments']);
  });

  it.each(orders)(
    'AC-A11 when they are done in the order %s, %s, %s, then the stage goes on after the third',
    async (...order) => {
      const story = asked();
      for (const [done, team] of order.entries()) {
        expect((await story.run('2026-01-05T10:30')).stage).toBe('preparation');
        expect(await story.open('2026-01-05T10:30')).toHaveLength(3 - done);
        story.on('2026-01-05T10:00', TEAMS[team]);
      }
      expect((await story.run('2026-01-05T10:30')).stage).toBe('billing');
      expect(await story.open('2026-01-05T10:30')).toEqual(['invoice#1']);
    }
  );
});

describe('AC-A12 given an order whose payment is not cleared', () => {
  const bill = (story: Story) =>
    ({ type: 'move', enrollment: story.key(), move: 'bill-now', to: 'invoice' }) as const;

  it('AC-A12 when somebody goes to the invoice, then that is refused and says whose turn it is', async () => {
    const story = asked();
    const refusal = refusalIn(await story.may('2026-01-05T10:00', bill(story)));
    expect(refusal.code).toBe('requirements');
    expect(refusal.unmet).toMatchObject([
      { text: 'The payments team has given clearance', servedBy: ['clearance'] }
    ]);
  });

  it.each(['skip', 'complete'] as const)(
    'AC-A12 when somebody wants to %s the clearance, then only payments can give it',
    async (type) => {
      const story = asked();
      const attempt = { type, enrollment: story.key(), step: 'clearance#1' } as const;
      expect(refusalIn(await story.may('2026-01-05T10:00', attempt)).code).toBe('needsApproval');
    }
  );

  it('AC-A12 when the clearance is refused, then the invoice stays closed', async () => {
    const story = asked().on('2026-01-05T10:00', pay.refuses('clearance#1', 'Deposit is missing'));
    expect(await story.open('2026-01-05T10:30')).toContain('settle#1');
    expect((await story.may('2026-01-05T10:30', bill(story))).allowed).toBe(false);
  });

  it('AC-A12 when the clearance is given, then the invoice may be made', async () => {
    const story = asked().on('2026-01-05T10:00', TEAMS.clearance);
    expect(await story.may('2026-01-05T10:30', bill(story))).toEqual({ allowed: true });
    story.on('2026-01-05T10:30', ona.moves('invoice', 'bill-now'));
    expect(await story.open('2026-01-05T10:30')).toEqual(['invoice#1']);
  });
});
