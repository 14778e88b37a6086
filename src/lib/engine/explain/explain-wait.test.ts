import { describe, expect, it } from 'vitest';
import { businessDays, cadenceOf, call, entry, exit, wait } from '$tests/support/cadences';
import {
  DAY_OFF,
  afterCall,
  explained,
  keyOf,
  november,
  secondCall,
  sentences,
  withMiddle
} from '$tests/support/explained';

describe('waits', () => {
  it('ENG-122 business days after a call, over a day off', () => {
    const told = afterCall(withMiddle([wait('pause', businessDays(1)), secondCall]));
    expect(sentences(told, '20 16:30')).toEqual([
      "Waits until Tue 24 Nov 16:00: 1 business day after Friday's call; Monday is a day off."
    ]);
    const [explanation] = explained(told, '20 16:30');
    expect(explanation).toMatchObject({
      subject: 'token',
      node: 'pause',
      step: 'pause#1',
      earliest: november('24 16:00'),
      refusal: null
    });
    expect(explanation?.reasons).toEqual([
      {
        type: 'arrived',
        at: november('20 16:00'),
        sentence: "1 business day after Friday's call."
      },
      { type: 'dayOff', at: november('23 00:00'), sentence: 'Monday is a day off.' }
    ]);
  });

  it('ENG-122 from the enrollment, and calendar days that end on a weekend', () => {
    const nodes = [entry(), wait('pause', { amount: 1, unit: 'days' }), call('call'), exit('end')];
    const cadence = cadenceOf(nodes, ['start > pause', 'pause > call', 'call > end']);
    expect(sentences({ cadence }, '20 10:00')).toEqual([
      'Waits until Mon 23 Nov 09:00: 1 day after the lead came in on Friday; before that nobody works.'
    ]);
  });

  it('ENG-122 until a weekday, a date of the lead, and something that happens', () => {
    const weekday = wait('pause', businessDays(1), {
      until: { type: 'weekday', days: ['mon', 'wed'], time: '10:00' }
    });
    expect(sentences(afterCall(withMiddle([weekday, secondCall])), '20 16:30')).toEqual([
      'Waits until Tue 24 Nov 09:00: the next Monday or Wednesday at 10:00; Monday is a day off.'
    ]);

    const date = wait('pause', businessDays(1), {
      until: {
        type: 'date',
        field: 'renewal',
        offset: { direction: 'before', by: { amount: 2, unit: 'days' } }
      }
    });
    const fields = [{ id: 'renewal', name: 'Renewal', type: 'date' }] as const;
    const dated = withMiddle([date, secondCall], { fields });
    expect(
      sentences({ ...afterCall(dated), fields: { renewal: '2026-11-27' } }, '20 16:30')
    ).toEqual([
      'Waits until Wed 25 Nov 09:00: 2 days before Renewal (Fri 27 Nov 00:00); working hours begin then.'
    ]);

    const event = wait('pause', businessDays(1), {
      until: { type: 'event', signals: ['reply'], timeout: businessDays(3) }
    });
    const waiting = withMiddle([secondCall], {});
    const cadence = cadenceOf(
      [...waiting.nodes, event],
      ['start > call', 'call > pause', 'pause:met > end', 'pause:timeout > call-2', 'call-2 > end'],
      { calendar: DAY_OFF }
    );
    const told = afterCall(cadence);
    expect(sentences(told, '20 16:30')).toEqual([
      "Waits for reply, at most until Thu 26 Nov 16:00: 3 business days after Friday's call; Monday is a day off."
    ]);
    expect(explained(told, '20 16:30')[0]?.reasons.map(({ type }) => type)).toEqual([
      'event',
      'timeout',
      'dayOff'
    ]);
  });

  it('ENG-122 what was paused waits for what remained', () => {
    const cadence = withMiddle([wait('pause', businessDays(1)), secondCall]);
    const told = afterCall(cadence);
    const pause = {
      kind: 'paused',
      enrollment: keyOf(cadence),
      reason: 'On holiday',
      until: november('25 16:00')
    } as const;
    const events = [...(told.events ?? []), ['20 16:00', pause] as const];
    expect(sentences({ cadence, events }, '25 16:30')).toEqual([
      "Waits until Sun 29 Nov 16:00: 1 business day after Friday's call; it was paused until Wed 25 Nov 16:00."
    ]);
  });
});
