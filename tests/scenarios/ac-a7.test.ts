import { describe, expect, it } from 'vitest';
import { Device, Story, gallery, refusalIn } from '../support/story';

const rita = new Device('rita');
const mona = new Device('mona');

/** An offer with this discount has been drafted on Monday at ten. */
function drafted(discount: number): Story {
  return new Story(gallery('discount-approval'), { fields: { company: 'Acme' } })
    .enrolls('2026-01-05T09:00', rita)
    .on(
      '2026-01-05T10:00',
      rita.completes('draft#1', undefined, { fields: { amount: 5000, discount } })
    );
}

describe('AC-A7 given an offer that needs the manager', () => {
  it('AC-A7 when nobody decides, then the flow waits, however long it takes', async () => {
    for (const later of ['2026-01-05T10:00', '2026-01-12T10:00', '2026-06-01T10:00']) {
      expect((await drafted(20).run(later)).positions).toMatchObject([{ step: 'sign-off#1' }]);
    }
  });

  it('AC-A7 when it waits for too long, then it is escalated', async () => {
    const { sla } = await drafted(20).run('2026-01-09T10:00');
    expect(sla).toMatchObject([
      { threshold: 'remind', action: 'warn', reached: true },
      { threshold: 'director', action: 'escalate', role: 'director', reached: true }
    ]);
  });

  it('AC-A7 when it is approved, then it goes on', async () => {
    const story = drafted(20).on('2026-01-05T11:00', mona.approves('sign-off#1'));
    expect(await story.open('2026-01-05T11:00')).toEqual(['send#1']);
  });

  it('AC-A7 when it is refused, then it takes the way that was drawn for that', async () => {
    const story = drafted(20).on('2026-01-05T11:00', mona.refuses('sign-off#1'));
    expect(await story.open('2026-01-05T11:00')).toEqual(['rework#1']);
    story
      .on('2026-01-05T12:00', rita.completes('rework#1', undefined, { fields: { discount: 15 } }))
      .on('2026-01-05T13:00', mona.refuses('second-look#1'));
    expect((await story.run('2026-01-05T13:00')).end).toMatchObject({ node: 'no-offer' });
  });

  it.each(['complete', 'skip'] as const)(
    'AC-A7 when a rep wants to %s it, then that is refused',
    async (type) => {
      const story = drafted(20);
      const attempt = { type, enrollment: story.key(), step: 'sign-off#1' } as const;
      expect(refusalIn(await story.may('2026-01-05T11:00', attempt)).code).toBe('needsApproval');
    }
  );

  it('AC-A7 when a rep wants to go around it, then that is refused, and does nothing when recorded', async () => {
    const story = drafted(20);
    const move = { type: 'move', enrollment: story.key(), move: 'send-now', to: 'send' } as const;
    expect(refusalIn(await story.may('2026-01-05T11:00', move))).toMatchObject({
      code: 'requirements',
      unmet: [{ id: 'approved', servedBy: expect.arrayContaining(['sign-off']) as unknown }]
    });
    story.on('2026-01-05T11:00', rita.moves('send', 'send-now'));
    story.on('2026-01-05T11:10', rita.completes('sign-off#1'));
    story.on('2026-01-05T11:20', rita.skips('sign-off#1'));
    const { notices } = await story.state('2026-01-05T12:00');
    expect(notices.map(({ code }) => code)).toEqual(['refused', 'refused', 'refused']);
    expect((await story.run('2026-01-05T12:00')).positions).toMatchObject([{ step: 'sign-off#1' }]);
  });

  it('AC-A7 when a rep calls it won without the approval, then that is refused, and does nothing when recorded', async () => {
    const story = drafted(20);
    const won = { type: 'exit', enrollment: story.key(), result: 'won' } as const;
    expect(refusalIn(await story.may('2026-01-05T11:00', won))).toMatchObject({
      code: 'requirements',
      unmet: [{ id: 'approved' }]
    });
    story.on('2026-01-05T11:00', rita.takesOut('won'));
    expect((await story.state('2026-01-05T12:00')).notices).toMatchObject([{ code: 'refused' }]);
    expect(await story.run('2026-01-05T12:00')).toMatchObject({ status: 'running', end: null });
    story.on('2026-01-05T13:00', mona.approves('sign-off#1'));
    expect(await story.may('2026-01-05T13:00', won)).toEqual({ allowed: true });
  });

  it('AC-A7 when a rep begins behind it, then the offer waits for the approval all the same', async () => {
    const story = new Story(gallery('discount-approval'), {
      fields: { company: 'Acme', amount: 5000, discount: 20 }
    }).enrolls('2026-01-05T09:00', rita, undefined, 'send');
    expect((await story.run('2026-03-02T09:00')).positions).toMatchObject([
      { node: 'send', waitsFor: 'requirements' }
    ]);
  });

  it('AC-A7 when the approval was a mistake, then it can be taken back, and the flow waits again', async () => {
    const story = drafted(20).on('2026-01-05T11:00', mona.approves('sign-off#1'));
    story.on('2026-01-05T11:10', mona.takesBack(story.last));
    expect((await story.run('2026-01-05T11:10')).positions).toMatchObject([{ step: 'sign-off#1' }]);
  });

  it('AC-A7 when the discount is small, then nothing is held up', async () => {
    expect(await drafted(10).open('2026-01-05T10:00')).toEqual(['send#1']);
  });
});
