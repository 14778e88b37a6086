import { describe, expect, it } from 'vitest';
import { sampleProgram } from '$tests/support/sample-program';
import { predicateInWords } from './predicate-words';
import { printProgram } from './print-program';
import type { FactRef, Predicate } from './program';

const SAMPLE = `program "Sample"
cadence 01k00000000000000000000000
version abababababababababababababababababababababababababababababababab
engine 1
calendar America/New_York, 2025-12-22 to 2027-01-10: 275 intervals on 275 dates, 2200 hours, 3 offsets
disposition 0 no-answer "No answer"
disposition 1 interested "Interested", answered, goal
start 0
0  enter   start "Start"; "Next" → 1 by e1
1  stage   contact "First contact"; closes with 20 %; "Next" → 2 by e2
2  task    call-1 "Call"; call, manual, by rep, due in 1 business day, ends interested|no-answer; "Done" → 3 by e3; "Interested" → 6 by e4 when interested
3  wait    pause "Pause"; 2 business days; "Next" → 4 by e5
4  choose  region "Region?"; when open; "North" → 5 by e6 when (lead.region in ["north","east"] and disposition of 2 = "no-answer"); "Otherwise" → 7 by e7 else
5  split   test "Test"; "Again" → 2 by e8 for 30 of 100; "Stop" → 7 by e9 for 70 of 100
6  exit    won "Won"; won
7  exit    lost "Lost"; unresponsive "Never answered"
`;

describe('printProgram', () => {
  it('PRG-1 prints a header and one line an instruction', () => {
    expect(printProgram(sampleProgram())).toBe(SAMPLE);
  });

  it('PRG-1 prints equal programs alike and a changed one otherwise', () => {
    const text = printProgram(sampleProgram());
    expect(printProgram(structuredClone(sampleProgram()))).toBe(text);
    const changed = sampleProgram({ waits: [{ delay: { amount: 1, unit: 'weeks' } }] });
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
  const seen = compare({ type: 'seen', signal: 'reply' }, '$eq', true);
  const stage = compare({ type: 'stage' }, '$exists', false);

  it.each<[Predicate, string]>([
    [{ type: 'and', of: [] }, 'always'],
    [{ type: 'or', of: [] }, 'never'],
    [{ type: 'or', of: [seen, stage] }, '(seen reply = true or stage is unknown)'],
    [{ type: 'nor', of: [seen] }, 'not (seen reply = true)'],
    [{ type: 'not', of: { type: 'and', of: [] } }, 'not (always)'],
    [
      compare({ type: 'count', channel: 'email', followUp: true }, '$eq', 'x'),
      'count of follow-up email = "x"'
    ],
    [
      compare({ type: 'count', channel: null, followUp: false }, '$exists', true),
      'count of touch is known'
    ],
    [
      compare({ type: 'lastDisposition', channel: null }, '$eq', 'busy'),
      'disposition of last touch = "busy"'
    ],
    [compare({ type: 'daysSince', what: 'enrolled' }, '$eq', '1'), 'days since enrolled = "1"'],
    [compare({ type: 'daysSince', what: 'lastTouch' }, '$eq', '1'), 'days since last touch = "1"']
  ])('PRG-1 prints a condition without ambiguity: %#', (predicate, words) => {
    expect(predicateInWords(predicate)).toBe(words);
  });
});
