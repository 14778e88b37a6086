import { expect, it } from 'vitest';
import { Device, Story, gallery, refusalIn } from '../support/story';

const rita = new Device('rita');
const story = () =>
  new Story(gallery('six-step-follow-up'), { fields: { company: 'Acme' } }).enrolls(
    '2026-01-05T09:00',
    rita
  );

it('AC-A4 given six steps, when one is done out of order, then that is refused and says what comes first', async () => {
  const lead = story();
  for (const step of ['call-1#1', 'call-3#1', 'email-2#1']) {
    const attempt = {
      type: 'complete',
      enrollment: lead.key(),
      step,
      disposition: 'connected'
    } as const;
    const refusal = refusalIn(await lead.may('2026-01-05T09:30', attempt));
    expect(refusal).toMatchObject({ code: 'notOpen', open: ['email-1#1'] });
    expect(refusal.sentence).toContain('Introduction email');
  }
});

it('AC-A4 given a step that is done, when it is done again, then that is refused', async () => {
  const lead = story().on('2026-01-05T09:30', rita.completes('email-1#1', 'no-reaction'));
  const again = { type: 'complete', enrollment: lead.key(), step: 'email-1#1' } as const;
  expect(refusalIn(await lead.may('2026-01-05T10:00', again)).code).toBe('alreadyDone');
});

it('AC-A4 given six steps, when one was recorded out of order, then that is kept and does nothing', async () => {
  const lead = story().on('2026-01-05T09:30', rita.completes('call-2#1', 'interested'));
  const { notices } = await lead.state('2026-01-05T10:00');
  expect(notices).toMatchObject([{ code: 'notOpen', event: lead.last }]);
  expect(await lead.run('2026-01-05T10:00')).toMatchObject({ status: 'running', touches: 0 });
  expect(await lead.open('2026-01-05T10:00')).toEqual(['email-1#1']);
});
