import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '$lib/util';
import { sixSteps } from '$tests/support/cadences';
import { cadenceModel } from '$tests/support/simulate-cadence';
import { runShare } from '../run';
import { sharesOf } from '../shares';
import { absorbSums, addToSum, sumOf } from './sums';
import { summarize } from '../summarize';
import { Tally } from './tally';

type Columns = readonly (readonly Float64Array[])[];

const effort = { type: 'exponential', mean: 20 } as const;
const model = cadenceModel(sixSteps(), {
  leads: 60,
  arrivals: { type: 'even', over: { amount: 5, unit: 'businessDays' } },
  dealValue: 1000,
  steps: Object.fromEntries(
    sixSteps()
      .nodes.filter(({ kind }) => kind === 'action')
      .map(({ id }) => [id, { effort, cost: 0.1 }])
  ),
  segments: [
    { id: 'a', name: 'A', weight: 2, fields: {} },
    { id: 'b', name: 'B', weight: 1, fields: {} }
  ]
});

/** What each share of the model counts, as it is sent. */
const parts: readonly Columns[] = sharesOf(model).map((share) => {
  const tally = new Tally(model);
  runShare(model, share, tally).run(Infinity);
  return tally.columns();
});

/** Everything a tally holds, as text. */
function bytesOf(tally: Tally): string {
  return JSON.stringify(tally.columns().map((columns) => columns.map((column) => column.join())));
}

/** A column as another thread gets it; the sender has it no more. */
function sent(columns: Columns): Columns {
  const copies = columns.map((part) => part.map((column) => column.slice()));
  const transfer = copies.flatMap((part) => part.map(({ buffer }) => buffer));
  const arrived = structuredClone(copies, { transfer });
  expect(copies.every((part) => part.every(({ length }) => length === 0))).toBe(true);
  return arrived;
}

describe('tallies', { timeout: 60_000 }, () => {
  it('SIM-75 of parts come to the same bytes in any order, sent or not', () => {
    const whole = new Tally(model);
    for (const share of sharesOf(model)) runShare(model, share, whole).run(Infinity);
    const bytes = bytesOf(whole);
    const result = canonicalJson(summarize(model, whole));
    expect(parts.length).toBeGreaterThan(10);
    fc.assert(
      fc.property(fc.shuffledSubarray([...parts], { minLength: parts.length }), (order) => {
        const tally = new Tally(model);
        for (const columns of order) tally.absorb(sent(columns));
        expect(bytesOf(tally)).toBe(bytes);
        expect(canonicalJson(summarize(model, tally))).toBe(result);
      }),
      { seed: 75, numRuns: 20 }
    );
  });

  it('SIM-75 grouped in any way come to the same bytes', () => {
    const groups = fc.array(fc.nat(3), { minLength: parts.length, maxLength: parts.length });
    const whole = new Tally(model);
    for (const columns of parts) whole.absorb(columns);
    fc.assert(
      fc.property(groups, (groupOf) => {
        const tallies = Array.from({ length: 4 }, () => new Tally(model));
        parts.forEach((columns, place) => tallies[groupOf[place] ?? 0]?.absorb(columns));
        const tally = new Tally(model);
        for (const each of tallies) tally.absorb(each.columns());
        expect(bytesOf(tally)).toBe(bytesOf(whole));
      }),
      { seed: 75, numRuns: 20 }
    );
  });

  it('SIM-75 sums are exact far beyond 2^53', () => {
    const amounts = fc.array(fc.integer({ min: 0, max: 2_251_799_813_685_247 }), {
      minLength: 1,
      maxLength: 200
    });
    fc.assert(
      fc.property(amounts, fc.nat(200), (values, cut) => {
        const sums = new Float64Array(4);
        for (const value of values) addToSum(sums, 1, value);
        const first = new Float64Array(4);
        for (const value of values.slice(cut)) addToSum(first, 1, value);
        const second = new Float64Array(4);
        for (const value of values.slice(0, cut)) addToSum(second, 1, value);
        absorbSums(first, second);
        expect([...first]).toEqual([...sums]);
        const exact = values.reduce((sum, value) => sum + BigInt(value), 0n);
        expect(BigInt(sums[2] ?? 0) + (BigInt(sums[3] ?? 0) << 50n)).toBe(exact);
        expect(sumOf(sums, 1)).toBe(Number(exact));
        expect(sumOf(sums, 0)).toBe(0);
      }),
      { seed: 75 }
    );
  });
});
