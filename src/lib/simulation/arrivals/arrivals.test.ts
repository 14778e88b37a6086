import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOf, isOpen, openBetween } from '$lib/calendar';
import type { Arrivals, Cadence, Scenario } from '$lib/domain';
import { businessDays, cadenceOf, call, entry, exit, wait } from '$tests/support/cadences';
import { programOf } from '$tests/support/files';
import { scenarioFor } from '$tests/support/scenarios';
import { modelOf, type Model, type ModelOptions } from '../model/model';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const cadence: Cadence = cadenceOf(
  [entry(), wait('gap', businessDays(1)), call('call'), exit('done')],
  ['start > gap', 'gap > call', 'call > done']
);
const program = programOf(cadence);
const monday = instantOf(program.calendar, '2026-01-05T09:00');

function modelFor(
  arrivals: Arrivals,
  options: ModelOptions = {},
  rest: Partial<Scenario> = {}
): Model {
  const model = modelOf(program, { ...scenarioFor(cadence, rest), arrivals }, options);
  if (!model.ok) throw new Error(JSON.stringify(model.error));
  return model.value;
}

/** Hours from Monday at nine until each lead arrives. */
function hours({ arrivalAt, leads }: Model, u = 0.5, replication = 0): number[] {
  return Array.from(
    { length: leads },
    (_, index) => (arrivalAt(index, u, replication) - monday) / HOUR
  );
}

function dayOf(hour: number): number {
  return Math.floor((hour * HOUR) / DAY);
}

describe('arrivals', () => {
  it('SIM-8 even arrivals come in order, one in each share of the open time', () => {
    // 160 leads over 20 days of 8 hours: one an hour.
    const even = modelFor(
      { type: 'even', over: { amount: 20, unit: 'businessDays' } },
      { leads: 160 }
    );
    const found = hours(even);
    expect([0, 1, 8, 159].map((index) => found[index])).toEqual([0.5, 1.5, 24.5, 25 * 24 + 7.5]);
    const times = Array.from({ length: 160 }, (_, i) => even.arrivalAt(i, (i * 0.37) % 1));
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  it('SIM-63 a curve brings so many leads a business day, and its last figure goes on', () => {
    const curve = modelFor({ type: 'curve', perDay: [3, 0, 2] }, { leads: 10 });
    expect(hours(curve).map(dayOf)).toEqual([0, 0, 0, 2, 2, 3, 3, 4, 4, 7]);
    const half = modelFor({ type: 'curve', perDay: [0.5] }, { leads: 3 });
    expect(hours(half, 0).map(dayOf)).toEqual([0, 2, 4]);
  });

  it('SIM-63 the first day of a curve is what is left of it', () => {
    const late = modelFor({ type: 'curve', perDay: [4] }, { leads: 8, start: '2026-01-05T15:00' });
    expect(hours(late)).toEqual([6.25, 6.75, 7.25, 7.75, 25, 27, 29, 31]);
  });

  it('SIM-63 within a day leads come by the weights of its local hours, open or not', () => {
    const byHour = new Array<number>(24).fill(0);
    byHour[7] = 1;
    byHour[20] = 3;
    const curve = modelFor(
      { type: 'curve', perDay: [4], byHour },
      { leads: 12, start: '2026-01-05T00:00' }
    );
    expect(hours(curve)).toEqual(
      [0, 24, 48].flatMap((day) => [-1.5, 11 + 1 / 6, 11.5, 11 + 5 / 6].map((h) => h + day))
    );
  });

  it('SIM-63 nobody comes before the start of a curve by hours', () => {
    const byHour = new Array<number>(24).fill(1);
    const curve = modelFor({ type: 'curve', perDay: [3, 24], byHour }, { leads: 27 });
    const found = hours(curve);
    // From nine to midnight there are fifteen hours for the first three.
    expect(found.slice(0, 4)).toEqual([2.5, 7.5, 12.5, 15.5]);
    const over = modelFor(
      { type: 'curve', perDay: [2], byHour: [1, ...new Array<number>(23).fill(0)] },
      { leads: 3 }
    );
    expect(hours(over, 0)).toEqual([0, 0, 15]);
  });

  it('SIM-63 any curve brings its leads in order, on working dates, as many as it says', () => {
    const perDay = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 6 });
    const weights = fc.array(fc.nat(5), { minLength: 24, maxLength: 24 });
    fc.assert(
      fc.property(
        perDay,
        fc.option(weights),
        fc.double({ min: 0, max: 0.999 }),
        (days, byHour, u) => {
          fc.pre((days.at(-1) ?? 0) > 0 && (!byHour || byHour.some((weight) => weight > 0)));
          const model = modelFor(
            { type: 'curve', perDay: days, ...(byHour ? { byHour } : {}) },
            { leads: 40, start: '2026-01-05T00:00' }
          );
          const times = hours(model, u).map((hour) => hour + 9);
          expect(times).toEqual(times.toSorted((a, b) => a - b));
          const firstDay = times.filter((hour) => hour < 24).length;
          expect(firstDay).toBe(Math.min(40, days[0] ?? 0));
          for (const hour of times) expect(dayOf(hour) % 7).toBeLessThan(5);
        }
      ),
      { seed: 63, numRuns: 60 }
    );
  });

  it('SIM-63 hours that the clock leaves out or has twice keep leads in order', () => {
    const week = { sun: [['00:00', '24:00']] } as const;
    const always = { ...cadence, calendar: { tz: 'Europe/Berlin', week } };
    const byHour = new Array<number>(24).fill(1);
    for (const [start, lengths] of [
      ['2026-03-29T00:00', [1, 0, 1]],
      ['2026-10-25T00:00', [1, 2, 1]]
    ] as const) {
      const model = modelOf(programOf(always), {
        ...scenarioFor(always, { leads: 24, start }),
        arrivals: { type: 'curve', perDay: [24], byHour }
      });
      if (!model.ok) throw new Error(JSON.stringify(model.error));
      const at = (index: number, u: number) => (model.value.arrivalAt(index, u) / HOUR) % 24;
      const from = [1, 2, 3].map((index) => at(index, 0.999) - at(index, 0));
      from.forEach((length, i) => expect(length).toBeCloseTo((lengths[i] ?? 0) * 0.999, 6));
      const times = Array.from({ length: 24 }, (_, i) => model.value.arrivalAt(i, (i * 0.37) % 1));
      expect(times).toEqual(times.toSorted((a, b) => a - b));
    }
  });

  it('SIM-11 SIM-65 listed arrivals and real leads before the start are refused with their place', () => {
    const refusal = (arrivals: Arrivals) => {
      const model = modelOf(program, { ...scenarioFor(cadence), leads: 1, arrivals });
      return model.ok ? [] : model.error;
    };
    const early = 'must not be before the start, 2026-01-05T09:00';
    expect(refusal({ type: 'list', at: ['2026-01-05T09:00', '2026-01-05T08:59'] })).toEqual([
      { path: 'arrivals.at[1]', message: early }
    ]);
    const lead = (at: string) => ({ at, fields: {} });
    expect(
      refusal({ type: 'leads', leads: [lead('2026-01-05T09:00'), lead('2025-12-05T09:00')] })
    ).toEqual([{ path: 'arrivals.leads[1].at', message: early }]);
    expect(refusal({ type: 'leads', leads: [lead('soon')] })[0]?.path).toBe('arrivals.leads[0].at');
    expect(refusal({ type: 'list', at: [] })[0]?.path).toBe('arrivals.at');
  });

  it('SIM-64 leads at random come in order, in open time, with exponential gaps', () => {
    const model = modelFor({ type: 'poisson', perHour: 30 }, { leads: 40_000 });
    const { calendar } = program;
    const times = Array.from({ length: model.leads }, (_, i) => model.arrivalAt(i, 0, 0));
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times.every((time) => isOpen(calendar, time))).toBe(true);
    const gaps = times.map((time, i) => openBetween(calendar, times[i - 1] ?? monday, time) / HOUR);
    const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
    const squares = gaps.reduce((sum, gap) => sum + gap * gap, 0) / gaps.length;
    // Four standard errors of the mean of so many; the variance of an exponential is its mean squared.
    expect(Math.abs(mean * 30 - 1)).toBeLessThan(4 / 200);
    expect(squares / mean / mean).toBeGreaterThan(1.9);
    expect(squares / mean / mean).toBeLessThan(2.1);
    const long = gaps.filter((gap) => gap > mean).length / gaps.length;
    expect(Math.abs(long - Math.exp(-1))).toBeLessThan(0.01);
  });

  it('SIM-64 at random, each replication has its own arrivals, and more leads change none', () => {
    const few = modelFor({ type: 'poisson', perHour: 3 }, { leads: 50 });
    const many = modelFor({ type: 'poisson', perHour: 3 }, { leads: 80 });
    const first = hours(few);
    expect(hours(many).slice(0, 50)).toEqual(first);
    expect(hours(few, 0.5, 1)).not.toEqual(first);
    expect(hours(few, 0.1)).toEqual(first);
  });

  it('SIM-8 the listed instants come in turn, and begin again', () => {
    const list = modelFor(
      { type: 'list', at: ['2026-01-06T10:00', '2026-01-08T10:00'] },
      { leads: 5 }
    );
    expect(hours(list).map(dayOf)).toEqual([1, 3, 1, 3, 1]);
    expect(list.inOrder).toBe(false);
    const once = modelFor(
      { type: 'list', at: ['2026-01-06T10:00', '2026-01-08T10:00'] },
      { leads: 2 }
    );
    expect(once.inOrder).toBe(true);
  });
});
