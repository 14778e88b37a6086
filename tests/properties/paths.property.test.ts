import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CalendarCache, compile } from '$lib/compiler';
import { CHANNELS, type Cadence } from '$lib/domain';
import { CAUSE, STATUS } from '$lib/engine';
import { present } from '$lib/util';
import { OTHER_CADENCE, anyCadence, validCadence } from '../support/arbitrary-cadence';
import { chooseFrom, driveRun } from '../support/drive-run';

const calendars = new CalendarCache();
const horizon = { from: Date.UTC(2026, 0, 1), to: Date.UTC(2027, 0, 1) };
const options = { calendars, linked: [OTHER_CADENCE], horizon };
const FROM = Date.UTC(2026, 0, 5, 8);

/** Without what puts a lead elsewhere than connections do. */
function alongConnections({ handlers: _, moves: __, ...cadence }: Cadence): Cadence {
  const nodes = cadence.nodes.map((node) => {
    if (node.kind !== 'stage' && node.kind !== 'action') return node;
    const { sla: ___, ...rest } = node;
    return rest;
  });
  return { ...cadence, nodes };
}

describe('path analysis', () => {
  it('CMP-129 the slowest lead is no quicker than the fastest, for any cadence without errors', () => {
    fc.assert(
      fc.property(anyCadence(), (cadence) => {
        const { analysis } = compile(cadence, options);
        fc.pre(analysis !== null);
        for (const { reachable, fastest, slowest, touches } of present(analysis, 'analysis')
          .exits) {
          expect([fastest !== null, slowest !== null]).toEqual([reachable, reachable]);
          if (fastest && slowest && 'path' in slowest) {
            expect(slowest.businessDays).toBeGreaterThanOrEqual(fastest.businessDays);
          }
          for (const { min, max } of Object.values(touches))
            expect(max).toBeGreaterThanOrEqual(min);
        }
      }),
      { seed: 20260713, numRuns: 100 }
    );
  }, 30_000);

  it('CMP-129 no run brings more touches to its exit than the most there can be', () => {
    const choices = fc.array(fc.nat(10_000), { minLength: 40, maxLength: 120 });
    let looked = 0;
    fc.assert(
      fc.property(validCadence().map(alongConnections), choices, (cadence, list) => {
        const { program, analysis } = compile(cadence, options);
        if (!program || !analysis) return;
        const end = driveRun(program, FROM, chooseFrom(list), () => undefined);
        if (end.status !== STATUS.ended || end.cause !== CAUSE.exit) return;
        looked += 1;
        const exit = analysis.exits.find(({ node }) => node === program.nodes[end.endPc]);
        expect(exit?.reachable).toBe(true);
        const most = CHANNELS.map((channel) => exit?.touches[channel]?.max ?? 0);
        expect(CHANNELS.filter((_, i) => (end.completed[i] ?? 0) > most[i]!)).toEqual([]);
      }),
      { seed: 20260713, numRuns: 200 }
    );
    expect(looked).toBeGreaterThan(50);
  }, 60_000);
});
