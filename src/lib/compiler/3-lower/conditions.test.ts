import { describe, expect, it } from 'vitest';
import type { Condition } from '$lib/domain';
import type { FactRef, Predicate } from '$lib/program';
import { branch, call, entry, exit } from '$tests/support/cadences';
import { programOf } from '$tests/support/programs';

/** A program whose branch asks this; step `call` has index 1, `spare` is never come to. */
function programAsking(when: Condition) {
  return programOf(
    [
      entry(),
      call('call', { dispositions: ['interested'] }),
      branch('ask', { type: 'condition', cases: [{ id: 'yes', name: 'Yes', when }] }),
      exit('yes'),
      exit('no'),
      call('spare')
    ],
    ['start > call', 'call > ask', 'ask:yes > yes', 'ask:default > no', 'spare > no']
  );
}

function predicateOf(when: Condition): Predicate | undefined {
  return programAsking(when).chooses[0]?.cases[0];
}

const RUN = { scope: 'run', window: null } as const;

describe('lowerCondition', () => {
  it.each<[string, FactRef]>([
    ['step.call.disposition', { type: 'stepDisposition', pc: 1 }],
    ['step.spare.disposition', { type: 'stepDisposition', pc: -1 }],
    ['done.call', { type: 'done', pc: 1 }],
    ['done.spare', { type: 'done', pc: -1 }],
    ['visits.ask', { type: 'visits', pc: 2 }],
    ['visits.spare', { type: 'visits', pc: -1 }],
    ['seen.reply', { type: 'seen', signal: 0, ...RUN }],
    ['seen.reply@lifetime', { type: 'seen', signal: 0, scope: 'lifetime', window: null }],
    [
      'count.call.completed@7bd',
      {
        type: 'count',
        channel: 'call',
        verb: 'completed',
        followUp: false,
        scope: 'run',
        window: { amount: 7, unit: 'businessDays' }
      }
    ],
    ['days.inStage', { type: 'since', what: 'stage', unit: 'days' }],
    ['count.enrollments', { type: 'enrollments' }]
  ])('CMP-71 %s is looked up by index', (name, fact) => {
    expect(predicateOf({ [name]: { $exists: true } })).toEqual({
      type: 'compare',
      fact,
      op: '$exists',
      value: true
    });
  });

  it('CMP-71 parts of a condition must all hold, in the order of their names', () => {
    const compare = (field: string, op: string, value: unknown) => ({
      type: 'compare',
      fact: { type: 'field', field },
      op,
      value
    });
    expect(predicateOf({ $not: { 'lead.name': { $lt: 'm', $gt: 'a' } } })).toEqual({
      type: 'not',
      of: { type: 'and', of: [compare('name', '$gt', 'a'), compare('name', '$lt', 'm')] }
    });
    expect(predicateOf({ stage: null, 'lead.name': 'x' })).toEqual({
      type: 'and',
      of: [
        compare('name', '$eq', 'x'),
        { type: 'compare', fact: { type: 'stage' }, op: '$eq', value: null }
      ]
    });
    expect(predicateOf({})).toEqual({ type: 'and', of: [] });
    expect(predicateOf({ $or: [{ 'lead.name': 'a' }, { $nor: [] }] })).toEqual({
      type: 'or',
      of: [compare('name', '$eq', 'a'), { type: 'nor', of: [] }]
    });
  });

  it('CMP-70 signals of facts, waits, branches, handlers and the entry are one table', () => {
    const after = { amount: 1, unit: 'days' } as const;
    const { signals } = programOf(
      [
        entry('start', { signals: ['form', 'reply'], criteria: { 'seen.no-stop': true } }),
        {
          id: 'w',
          kind: 'wait',
          name: 'Wait',
          until: {
            type: 'event',
            signals: ['paid'],
            condition: { 'seen.opened@7d': true },
            timeout: after
          }
        },
        branch('b', { type: 'signal', cases: [{ id: 'r', name: 'R', signal: 'reply' }] }),
        call('call'),
        exit('end'),
        {
          id: 'aside',
          kind: 'wait',
          name: 'Aside',
          until: { type: 'event', signals: ['never'], timeout: after }
        }
      ],
      [
        ...['start > w', 'w:met > b', 'w:timeout > b', 'b:r > call', 'b:default > call'],
        ...['call > end', 'aside:met > end', 'aside:timeout > end']
      ],
      {
        handlers: [
          {
            id: 'h',
            name: 'H',
            on: { type: 'signal', signal: 'bounce' },
            when: { 'seen.moved': true },
            effect: { type: 'exit', to: 'end' }
          }
        ]
      }
    );
    expect(signals).toEqual(['bounce', 'form', 'moved', 'no-stop', 'opened', 'paid', 'reply']);
  });

  it.each<[Condition, boolean]>([
    [{ 'count.touches': 1 }, false],
    [{ 'days.sinceTouch': 1 }, false],
    [{ 'seen.reply': true }, false],
    [{ 'count.touches@lifetime': 1 }, true],
    [{ 'count.touches@7d': 1 }, true],
    [{ $not: { $or: [{ 'seen.reply@7d': true }] } }, true]
  ])('CMP-86 whether %o looks at single touches: %s', (when, needed) => {
    expect(programAsking(when).needsLog).toBe(needed);
  });
});
