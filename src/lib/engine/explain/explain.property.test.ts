import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDelay } from '$lib/calendar';
import { versionOf } from '$lib/domain';
import type { Program } from '$lib/program';
import { validCadence } from '$tests/support/arbitrary-cadence';
import { eventsFor } from '$tests/support/arbitrary-events';
import { programOf } from '$tests/support/files';
import { History, at } from '$tests/support/history';
import { PHASE } from '../state';
import { foldLead, type FoldInput } from '../fold';
import { taskAt } from '../tables';
import { attemptLead } from './attempt-lead';
import { contextsOf, explainLead } from './explain-lead';
import { pushesFrom } from './pushes';

const START = at('2026-01-05T09:00-05:00');
const DAY = 86_400_000;
function inputOf(program: Program, events: FoldInput['events']): FoldInput {
  const fields = { name: 'Ada', email: 'ada@example.org', phone: '1', region: 'north' };
  const lead = { id: '01jd00000000000000000000zz', fields };
  return { lead, events, programs: new Map([[program.version, program]]) };
}

/** Nothing in it that a person would not write. */
function expectReadable(text: string): void {
  expect(text).toMatch(/^\S.*[.!?]$/);
  expect(text).not.toMatch(/undefined|NaN|Infinity|null|\[object| {2}|: ;|;;|, ,|: \./);
}

function expectExplained(input: FoldInput, now: number): void {
  const before = JSON.stringify(foldLead(input, now));
  for (const each of explainLead(input, now)) {
    expectReadable(each.sentence);
    for (const reason of each.reasons) expectReadable(reason.sentence);
    if (each.refusal) expectReadable(each.refusal.sentence);
    if (each.earliest !== null) expect(each.earliest).toBeGreaterThanOrEqual(now);
  }
  expect(JSON.stringify(foldLead(input, now))).toBe(before);
}

describe('explanations of any lead', () => {
  it('ENG-120 any events: never throws, and speaks like a person', () => {
    fc.assert(
      fc.property(
        validCadence().chain((cadence) => {
          const world = { cadence, version: versionOf(cadence), from: START };
          return fc.tuple(fc.constant(cadence), eventsFor(world), fc.nat(60));
        }),
        ([cadence, events, days]) => {
          expectExplained(inputOf(programOf(cadence), events), START + days * DAY);
        }
      ),
      { seed: 120, numRuns: 40 }
    );
  }, 60_000);

  it('ENG-123 ENG-130 diligent people: what pushed a task is all that did, and what is allowed is followed', () => {
    fc.assert(
      fc.property(validCadence(), fc.array(fc.nat(99), { maxLength: 8 }), (cadence, picks) => {
        const program = programOf(cadence);
        const history = new History().enroll(START, program.cadence, program.version);
        let now = START + 1000;
        for (const pick of picks) {
          const input = inputOf(program, history.events);
          expectExplained(input, now);
          expectTrueOpenings(input, now);
          const tasks = foldLead(input, now).enrollments.flatMap((each) =>
            each.tasks.map((task) => ({ ...task, enrollment: each.key }))
          );
          const task = tasks[pick % Math.max(1, tasks.length)];
          if (task) {
            now = Math.max(now, task.opens);
            const late = inputOf(program, history.events);
            const disposition = task.dispositions[pick % Math.max(1, task.dispositions.length)];
            const parts = {
              enrollment: task.enrollment,
              step: task.step,
              fields: Object.fromEntries(task.requiredFields.map((field) => [field, 'x'])),
              checklist: task.checklist.map(({ id }) => id),
              ...(disposition === undefined ? {} : { disposition })
            };
            const verdict = attemptLead(late, now, { type: 'complete', ...parts });
            history.add(now, { kind: 'completed', ...parts });
            const event = history.events.at(-1);
            const { notices } = foldLead(inputOf(program, history.events), now);
            const noticed = notices.some(
              (notice) => notice.event === event?.id && notice.enrollment === parts.enrollment
            );
            expect(verdict.allowed).toBe(!noticed);
            if (!verdict.allowed) expectReadable(verdict.refusal.sentence);
          }
          now += (pick % 7) * 5 * 3_600_000 + 1000;
        }
      }),
      { seed: 123, numRuns: 30 }
    );
  }, 60_000);
});

function expectTrueOpenings(input: FoldInput, now: number): void {
  for (const context of contextsOf(input, now)) {
    if (context.state.pausedAt >= 0) continue;
    for (const token of context.state.tokens) {
      if (!token.alive || token.phase !== PHASE.task || token.opens <= now) continue;
      const { program } = context;
      const spec = taskAt(program, token.pc);
      const base = Math.max(token.since, token.notBefore);
      const begins = pushesFrom(context, token, spec, base).at;
      const opens =
        spec.automatic && spec.due
          ? pushesFrom(context, token, spec, addDelay(program.calendar, begins, spec.due)).at
          : begins;
      expect(opens).toBe(token.opens);
    }
  }
}
