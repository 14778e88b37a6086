import { describe, expect, it } from 'vitest';
import { sampleProgram } from '$tests/support/sample-program';
import { predicateInWords } from './predicate-words';
import { printProgram } from './print-program';
import type { FactRef, Predicate, Reach } from './facts';

const SAMPLE = `program "Sample"
cadence 01k00000000000000000000000
version abababababababababababababababababababababababababababababababab
engine 1
calendar America/New_York, 2025-12-22 to 2027-01-10: 275 intervals on 275 dates, 2200 hours, 3 offsets
field region "Region", text
role rep "Sales rep"
disposition 0 no-answer "No answer", neutral, retry after 1 hour
disposition 1 interested "Interested", answered, positive, advance, goal
signals reply
entry again afterExit
handler replied "Replied" on signal reply: jump → 2
move lose "Give up" → 7
start 0
 0  enter   start "Start"; "Next" → 1 by e1
 1  stage   contact "First contact"; closes with 20 %; "Next" → 2 by e2
 2  task    call-1 "Call"; call, manual, by rep, due in 1 business day, ends interested|no-answer; "Done" → 3 by e3; "Interested" → 6 by e4 when interested
 3  wait    pause "Pause"; 2 business days; "Next" → 4 by e5
 4  choose  region "Region?"; when open; "North" → 5 by e6 when (lead.region in ["north","east"] and disposition of 2 = "no-answer"); "Otherwise" → 7 by e7 else
 5  split   test "Test"; "Again" → 2 by e8 for 30 of 100; "Stop" → 8 by e9 for 70 of 100
 6  exit    won "Won"; won, ask for a referral
            needs called "Somebody called" by step: done 2 = true; served by call-1
 7  exit    lost "Lost"; unresponsive "Never answered"
 8  fork    both "Both"; joined at 9; "Left" → 9 by e10; "Right" → 9 by e11
 9  join    meet "Meet"; 1 of the paths of 8, the rest is cancelled; "Next" → 10 by e12
10  handoff pass-on "Pass on"; signal passed-on, then end
`;

describe('printProgram', () => {
  it('PRG-1 prints a header and one line an instruction', () => {
    expect(printProgram(sampleProgram())).toBe(SAMPLE);
  });

  it('PRG-1 prints equal programs alike and a changed one otherwise', () => {
    const text = printProgram(sampleProgram());
    expect(printProgram(structuredClone(sampleProgram()))).toBe(text);
    const changed = sampleProgram({
      waits: [{ type: 'duration', delay: { amount: 1, unit: 'weeks' } }]
    });
    expect(printProgram(changed)).toBe(text.replace('2 business days', '1 week'));
  });
});

describe('predicateInWords', () => {
  const compare = (fact: FactRef, op: '$eq' | '$exists', value: string | boolean): Predicate => ({
    type: 'compare',
    fact,
    op,
    value
  });
  const run: Reach = { scope: 'run', window: null };
  const seen = compare({ type: 'seen', signal: 0, ...run }, '$eq', true);
  const stage = compare({ type: 'stage' }, '$exists', false);
  const calls = (reach: Reach, followUp = false): FactRef => ({
    type: 'count',
    channel: 'call',
    verb: 'completed',
    followUp,
    ...reach
  });
  const week = { amount: 1, unit: 'weeks' } as const;

  it.each<[Predicate, string]>([
    [{ type: 'and', of: [] }, 'always'],
    [{ type: 'or', of: [] }, 'never'],
    [{ type: 'or', of: [seen, stage] }, '(seen reply = true or stage is unknown)'],
    [{ type: 'nor', of: [seen] }, 'not (seen reply = true)'],
    [{ type: 'not', of: { type: 'and', of: [] } }, 'not (always)'],
    [compare(calls(run, true), '$eq', 'x'), 'completed follow-up call = "x"'],
    [
      compare(
        { ...calls({ scope: 'lifetime', window: week }), verb: 'bounced' } as FactRef,
        '$exists',
        true
      ),
      'bounced call in all runs within 1 week is known'
    ],
    [
      compare(
        { ...calls({ scope: 'run', window: week }), channel: null } as FactRef,
        '$exists',
        true
      ),
      'completed touch within 1 week is known'
    ],
    [
      compare({ type: 'seen', signal: 0, scope: 'lifetime', window: null }, '$eq', true),
      'seen reply in all runs = true'
    ],
    [
      compare({ type: 'lastDisposition', channel: null }, '$eq', 'busy'),
      'disposition of last touch = "busy"'
    ],
    [compare({ type: 'stepDisposition', pc: -1 }, '$eq', 'x'), 'disposition of no step = "x"'],
    [compare({ type: 'done', pc: 2 }, '$eq', true), 'done 2 = true'],
    [compare({ type: 'visits', pc: 3 }, '$exists', true), 'visits to 3 is known'],
    [compare({ type: 'enrollments' }, '$eq', '1'), 'enrollments = "1"'],
    [
      compare({ type: 'since', what: 'enrolled', unit: 'days' }, '$eq', '1'),
      'days since enrolled = "1"'
    ],
    [
      compare({ type: 'since', what: 'lastTouch', unit: 'businessDays' }, '$eq', '1'),
      'business days since last touch = "1"'
    ],
    [compare({ type: 'since', what: 'stage', unit: 'days' }, '$eq', '1'), 'days in stage = "1"']
  ])('PRG-1 prints a condition without ambiguity: %#', (predicate, words) => {
    expect(predicateInWords(predicate, { signals: ['reply'] })).toBe(words);
  });
});
