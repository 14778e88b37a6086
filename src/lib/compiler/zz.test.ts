import fc from 'fast-check';
import { it, expect } from 'vitest';
import { compile } from './compile';
import { CalendarCache } from './calendar-cache';
import { checkProgram } from '$lib/program';
import { anyCadence } from '$tests/support/arbitrary-cadence';
const calendars = new CalendarCache();
const horizon = { from: Date.UTC(2026, 0, 1), to: Date.UTC(2026, 1, 1) };
it('any', () => {
  let n = 0; let total = 0; let worst = 0;
  fc.assert(fc.property(anyCadence(), (c) => {
    const t = performance.now();
    let r; try { r = compile(c, { calendars, horizon }); } catch (e) { console.log(String((e as Error).stack).slice(0, 700)); throw e; }
    const d = performance.now() - t; n++; total += d; if (d > worst) { worst = d; console.log('worst', d.toFixed(0), c.nodes.length); }
    if (r.program) expect(checkProgram(r.program)).toEqual([]);
  }), { seed: 20260713, numRuns: 500, endOnFailure: true });
  console.log(n, total, worst);
}, 100000);
