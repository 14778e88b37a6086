import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hlcOf, type LeadEvent } from '$lib/domain';
import { call, exit, sixSteps } from '$tests/support/cadences';
import { programOf } from '$tests/support/files';
import { at, type EventParts } from '$tests/support/history';
import { A, MONDAY, codesOf, fold as foldStory, line, runOf } from '$tests/support/lead-stories';
import { foldLead } from './fold';
import { noticeId } from './notice';

const program = programOf(sixSteps());
const programs = new Map([[program.version, program]]);
const lead = { id: '01jd00000000000000000000zz', fields: { name: 'Ada' } };
const RUN = `${program.cadence}~1`;
const LATER = '2026-02-01T00:00Z';
const RITA = 'rita.aaaaaaaaaa';
const SAM = 'sam.bbbbbbbbbb';
const MONA = 'mona.cccccccccc';

/** One event by one author who has seen exactly these. */
function event(
  author: string,
  when: string,
  parts: EventParts,
  parents: readonly LeadEvent[] = []
): LeadEvent {
  const t = hlcOf(at(when), 0);
  return {
    engine: 1,
    ...parts,
    id: `${author}.${t}`,
    t,
    author,
    parents: parents.map(({ id }) => id)
  };
}

const begun = event(RITA, '2026-01-05T10:00-05:00', {
  ...{ kind: 'enrolled', enrollment: RUN, cadence: program.cadence, version: program.version }
});
const mailed = event(RITA, '2026-01-05T10:05-05:00', done('email-1#1'), [begun]);

function done(step: string, disposition?: string): EventParts {
  return {
    ...{ kind: 'completed', enrollment: RUN, step },
    ...(disposition === undefined ? {} : { disposition })
  };
}

function fold(events: readonly LeadEvent[], now = LATER) {
  return foldLead({ lead, events, programs }, at(now));
}

function run(events: readonly LeadEvent[], now = LATER) {
  const [first] = fold(events, now).enrollments;
  if (!first) throw new Error('no enrollment');
  return first;
}

function codes(events: readonly LeadEvent[]): string[] {
  return fold(events).notices.map(({ code, event: id, settled }) => {
    const [author] = id.split('.');
    return `${code} ${author}${settled ? ' settled' : ''}`;
  });
}

describe('competing outcomes', () => {
  const rita = event(RITA, '2026-01-07T11:00-05:00', done('call-1#1', 'no-answer'), [mailed]);
  const sam = event(SAM, '2026-01-07T11:30-05:00', done('call-1#1', 'not-interested'), [mailed]);

  it('ENG-74 the earliest counts while nobody has decided or gone on', () => {
    expect(run([begun, mailed, rita, sam]).positions[0]?.node).toBe('call-2');
    expect(codes([begun, mailed, rita, sam])).toEqual(['conflict sam']);
  });

  it('ENG-13 the same outcome twice is a duplicate', () => {
    const same = event(SAM, '2026-01-07T11:30-05:00', done('call-1#1', 'no-answer'), [mailed]);
    expect(codes([begun, mailed, rita, same])).toEqual(['duplicate sam']);
    expect(run([begun, mailed, rita, same]).completed).toEqual({ email: 1, call: 1 });
  });

  it('ENG-74 what a person chose last counts, and settles it', () => {
    const choice = { kind: 'resolved', enrollment: RUN, step: 'call-1#1' } as const;
    const first = event(MONA, '2026-01-08T09:00-05:00', { ...choice, chosen: sam.id }, [rita, sam]);
    expect(run([begun, mailed, rita, sam, first]).end?.node).toBe('lost');
    expect(codes([begun, mailed, rita, sam, first])).toEqual(['conflict rita settled']);
    const last = event(MONA, '2026-01-08T10:00-05:00', { ...choice, chosen: rita.id }, [first]);
    expect(run([begun, mailed, rita, sam, first, last]).status).toBe('running');
    expect(codes([begun, mailed, rita, sam, first, last])).toEqual(['conflict sam settled']);
  });

  it('ENG-74 work that has gone on from one of them decides', () => {
    const early = event(SAM, '2026-01-07T10:30-05:00', done('call-1#1', 'connected'), [mailed]);
    const next = event(RITA, '2026-01-12T11:00-05:00', done('call-2#1', 'no-answer'), [rita]);
    const both = [begun, mailed, rita, early];
    expect(codes(both)).toEqual(['conflict rita']);
    expect(codes([...both, next])).toEqual(['conflict sam']);
    // Whoever knew both went on from the one that counted: nothing turns over.
    const third = event(MONA, '2026-01-14T11:00-05:00', done('call-3#1', 'connected'), [
      next,
      early
    ]);
    expect(codes([...both, next, third])).toEqual(['conflict sam']);
    expect(run([...both, next, third]).completed).toEqual({ email: 1, call: 3 });
  });

  it('ENG-94 what was built on the one that lost is off the path', () => {
    const no = event(RITA, '2026-01-07T11:00-05:00', done('call-1#1', 'not-interested'), [mailed]);
    const other = event(SAM, '2026-01-07T11:30-05:00', done('call-1#1', 'connected'), [mailed]);
    const choice = { kind: 'resolved', enrollment: RUN, step: 'call-1#1' } as const;
    const chosen = event(MONA, '2026-01-08T09:00-05:00', { ...choice, chosen: no.id }, [no, other]);
    const next = event(SAM, '2026-01-12T11:00-05:00', done('call-2#1', 'connected'), [other]);
    expect(codes([begun, mailed, no, other, next, chosen])).toEqual([
      'conflict sam settled',
      'afterEnd sam'
    ]);
    // A late outcome that a timer had not waited for takes the run elsewhere.
    const early = event(SAM, '2026-01-05T10:01-05:00', done('call-1#1', 'connected'), [begun]);
    expect(codes([begun, mailed, early])).toEqual(['notOpen sam']);
    const late = event(MONA, '2026-01-05T11:00-05:00', done('call-1#1', 'connected'), [begun]);
    expect(codes([begun, mailed, late])).toEqual(['offPath mona']);
  });

  it('ENG-94 a late outcome takes back what a timer had decided', () => {
    const skipped = call('call', {
      ...{ autoSkipAfter: { amount: 1, unit: 'hours' } },
      ...{ dispositions: ['connected'], routes: ['connected'] }
    });
    const steps = [skipped, call('again'), exit('done'), call('other'), exit('end')];
    const patient = line(A, steps, {}, ['call:connected > other']);
    const enrolled = { kind: 'enrolled', enrollment: RUN, cadence: A } as const;
    const start = event(RITA, MONDAY, { ...enrolled, version: patient.version });
    const noon = '2026-01-05T12:00-05:00';
    const again = event(SAM, noon, done('again#1'), [start]);
    const state = (events: readonly LeadEvent[]) => foldStory(events, [patient], noon);
    expect(runOf(state([start, again])).end?.node).toBe('done');
    const inTime = event(RITA, '2026-01-05T10:50-05:00', done('call#1', 'connected'), [start]);
    const late = state([start, again, inTime]);
    expect(codesOf(late)).toEqual(['offPath notOpen']);
    expect(runOf(late).tasks[0]?.step).toBe('other#1');
  });

  it('ENG-77 an outcome that is not allowed does not keep a later one from counting', () => {
    const rash = event(SAM, '2026-01-05T09:30-05:00', done('call-2#1', 'interested'));
    const proper = event(RITA, '2026-01-12T11:00-05:00', done('call-2#1', 'interested'), [rita]);
    expect(run([begun, mailed, rita, rash, proper]).end?.node).toBe('won');
    // Not even when work seems to have gone on from it.
    const built = event(SAM, '2026-01-05T09:40-05:00', done('call-3#1', 'interested'), [rash]);
    expect(run([begun, mailed, rita, rash, built, proper]).end?.node).toBe('won');
  });
});

describe('stops', () => {
  const out = { kind: 'exited', enrollment: RUN, result: 'disqualified' } as const;
  const call = event(RITA, '2026-01-07T11:00-05:00', done('call-1#1', 'interested'), [mailed]);

  it('ENG-72 an outcome by somebody who did not know goes no further, whatever the clocks say', () => {
    for (const when of ['2026-01-07T10:00-05:00', '2026-01-07T12:00-05:00']) {
      const stop = event(MONA, when, out, [mailed]);
      const state = run([begun, mailed, call, stop]);
      expect(state.end).toMatchObject({ result: 'disqualified', cause: 'removed', node: null });
      expect(state.completed).toEqual({ email: 1, call: 1 });
      expect(codes([begun, mailed, call, stop])).toEqual(['afterStop rita']);
    }
  });

  it('ENG-72 a stop by somebody who had seen nothing is judged by the clock', () => {
    const before = event(RITA, '2026-01-07T11:00-05:00', done('call-1#1', 'connected'), [mailed]);
    const stop = event('mail.server', '2026-01-08T11:00-05:00', { kind: 'optedOut' });
    expect(codes([begun, mailed, before, stop])).toEqual([]);
    const after = event(RITA, '2026-01-09T11:00-05:00', done('call-2#1', 'connected'), [before]);
    expect(codes([begun, mailed, before, stop, after])).toEqual(['afterStop rita']);
    expect(run([begun, mailed, before, stop, after]).touches).toBe(3);
  });

  it('ENG-72 after a stop that they knew of, it is simply too late', () => {
    const stop = event(MONA, '2026-01-07T10:00-05:00', out, [mailed]);
    const knowing = event(RITA, '2026-01-07T11:00-05:00', done('call-1#1', 'connected'), [stop]);
    expect(codes([begun, mailed, stop, knowing])).toEqual(['afterEnd rita']);
    expect(run([begun, mailed, stop, knowing]).touches).toBe(1);
  });

  it('ENG-72 the goal is a stop too: work that did not know of it is activity', () => {
    const late = event(SAM, '2026-01-07T12:00-05:00', done('call-2#1', 'connected'), [mailed]);
    expect(codes([begun, mailed, call, late])).toEqual(['afterStop sam']);
    expect(run([begun, mailed, call, late])).toMatchObject({ touches: 3, end: { cause: 'goal' } });
  });

  it('ENG-72 a step that several did without knowing of the stop is one touch', () => {
    const stop = event(MONA, '2026-01-07T10:00-05:00', out, [mailed]);
    const same = event(SAM, '2026-01-07T12:00-05:00', done('call-1#1', 'connected'), [mailed]);
    const events = [begun, mailed, stop, call, same];
    expect(codes(events)).toEqual(['afterStop rita', 'afterStop sam']);
    expect(run(events)).toMatchObject({ touches: 2, completed: { email: 1, call: 1 } });
  });

  it('ENG-76 a stop that was taken back held the run: what remained remains', () => {
    const stop = event(MONA, '2026-01-06T10:05-05:00', out, [mailed]);
    const back = event(
      MONA,
      '2026-01-08T10:05-05:00',
      { kind: 'resumed', enrollment: RUN, stops: [stop.id] },
      [stop]
    );
    const events = [begun, mailed, stop, back];
    expect(run(events, '2026-01-07T00:00Z').status).toBe('ended');
    // Two business days from Monday 10:05 were half over.
    const due = at('2026-01-09T10:05-05:00');
    expect(run(events, '2026-01-08T12:00-05:00').timers).toEqual([{ step: 'wait-1#1', at: due }]);
    // Another stop still stands.
    const other = event(SAM, '2026-01-06T12:00-05:00', out, [mailed]);
    expect(run([...events, other], '2026-01-08T12:00-05:00').status).toBe('ended');
  });

  it('ENG-76 what was done without knowing of a stop that was taken back counts', () => {
    const stop = event(MONA, '2026-01-07T11:30-05:00', out, [mailed]);
    const unaware = event(RITA, '2026-01-07T12:00-05:00', done('call-1#1', 'connected'), [mailed]);
    const back = event(
      MONA,
      '2026-01-08T12:00-05:00',
      { kind: 'resumed', enrollment: RUN, stops: [stop.id] },
      [stop, unaware]
    );
    expect(codes([begun, mailed, stop, unaware])).toEqual(['afterStop rita']);
    expect(codes([begun, mailed, stop, unaware, back])).toEqual([]);
    const state = run([begun, mailed, stop, unaware, back], '2026-01-08T13:00-05:00');
    expect(state).toMatchObject({ status: 'running', touches: 2 });
    expect(state.positions[0]?.node).toBe('wait-2');
  });

  it('ENG-79 of several causes of one instant the first in the order of causes is the end', () => {
    const same = '2026-01-07T11:00-05:00';
    const stop = event(MONA, same, { ...out, result: 'duplicate' }, [mailed]);
    const optOut = event(SAM, same, { kind: 'optedOut' }, [mailed]);
    expect(run([begun, mailed, stop, optOut]).end).toMatchObject({
      result: 'optedOut',
      cause: 'optedOut',
      causes: [
        { cause: 'optedOut', event: optOut.id },
        { cause: 'badLead', event: stop.id }
      ]
    });
  });
});

describe('corrections', () => {
  const said = event(RITA, '2026-01-07T11:00-05:00', done('call-1#1', 'not-interested'), [mailed]);
  const meant = event(RITA, '2026-01-07T11:20-05:00', done('call-1#1', 'no-answer'), [said]);
  const fix = (ref: LeadEvent, by?: LeadEvent, author = RITA, when = '2026-01-07T11:20-05:00') =>
    event(author, when.replace(':20', ':21'), {
      ...{ kind: 'corrected', ref: ref.id },
      ...(by ? { by: by.id } : {})
    });

  it('ENG-73 what was corrected is as if it had never been', () => {
    expect(run([begun, mailed, said]).end?.node).toBe('lost');
    const undone = run([begun, mailed, said, fix(said)]);
    expect(undone).toEqual(run([begun, mailed]));
    expect(undone.tasks[0]?.step).toBe('call-1#1');
  });

  it('ENG-73 a replacement stands in its place and time, seen from another device of its author too', () => {
    const fixed = run([begun, mailed, said, meant, fix(said, meant, 'rita.dddddddddd')]);
    expect(fixed.trace.find(({ type }) => type === 'completed' && true)).toBeDefined();
    const calls = fixed.trace.filter((entry) => entry.type === 'completed');
    expect(calls.map(({ at: when }) => when)).toEqual([
      at('2026-01-05T10:05-05:00'),
      at('2026-01-07T11:00-05:00')
    ]);
    expect(fixed.status).toBe('running');
  });

  it('ENG-73 a correction can be taken back, and the latest of several counts', () => {
    const first = fix(said, meant);
    const again = fix(first, undefined, RITA, '2026-01-07T12:20-05:00');
    expect(run([begun, mailed, said, meant, first, again])).toEqual(run([begun, mailed, said]));
    const better = event(RITA, '2026-01-07T13:00-05:00', done('call-1#1', 'interested'), [said]);
    const second = fix(said, better, RITA, '2026-01-07T13:20-05:00');
    const twice = run([begun, mailed, said, meant, first, better, second]);
    expect(twice.end).toMatchObject({ node: 'won', at: at('2026-01-07T11:00-05:00') });
    // A replacement of the replacement stands where the first one stood.
    const chained = fix(meant, better, RITA, '2026-01-07T13:20-05:00');
    expect(run([begun, mailed, said, meant, first, better, chained]).end).toEqual(twice.end);
  });

  it('ENG-73 nobody takes back what is not theirs', () => {
    const foreign = fix(said, undefined, SAM);
    expect(codes([begun, mailed, said, foreign])).toEqual(['notYours sam']);
    expect(run([begun, mailed, said, foreign]).end?.node).toBe('lost');
  });
});

describe('what is odd', () => {
  it('ENG-70 of two bodies under one id the canonically first counts, and it is told', () => {
    const one = event(RITA, '2026-01-07T11:00-05:00', done('call-1#1', 'connected'), [mailed]);
    const two = { ...one, disposition: 'interested' };
    for (const events of [
      [begun, mailed, one, two],
      [two, one, mailed, begun]
    ]) {
      expect(codes(events)).toEqual(['variant rita']);
      expect(run(events).status).toBe('running');
    }
  });

  it('ENG-71 concurrent is what no chain of parents connects; a circle of parents ends', () => {
    const one = event(RITA, '2026-01-06T11:00-05:00', set('Ada L.'), [mailed]);
    const two = event(SAM, '2026-01-06T12:00-05:00', set('Augusta'), [one]);
    expect(codes([begun, mailed, one, two])).toEqual([]);
    const circle = { ...one, parents: [two.id] };
    expect(codes([begun, mailed, circle, two])).toEqual([]);
  });

  it('ENG-75 different values of a field, set without knowing of each other, are noted', () => {
    const one = event(RITA, '2026-01-06T11:00-05:00', set('Ada L.'), [mailed]);
    const two = event(SAM, '2026-01-06T12:00-05:00', set('Augusta'), [mailed]);
    const state = fold([two, one, mailed, begun]);
    expect(state.lead.fields).toEqual({ name: 'Augusta' });
    expect(state.notices).toMatchObject([{ code: 'fieldConflict', event: one.id, other: two.id }]);
    const agreed = event(SAM, '2026-01-06T12:00-05:00', set('Ada L.'), [mailed]);
    expect(codes([begun, mailed, one, agreed])).toEqual([]);
  });

  it('ENG-78 who has read a notice settles it', () => {
    const one = event(RITA, '2026-01-06T11:00-05:00', set('Ada L.'), [mailed]);
    const two = event(SAM, '2026-01-06T12:00-05:00', set('Augusta'), [mailed]);
    const [notice] = fold([begun, mailed, one, two]).notices;
    if (!notice) throw new Error('no notice');
    const parts = { kind: 'acknowledged', notice: noticeId(notice) } as const;
    const read = event(MONA, '2026-01-07T12:00-05:00', parts, [one, two]);
    expect(codes([begun, mailed, one, two, read])).toEqual(['fieldConflict rita settled']);
  });

  it('ENG-11 the order of arrival of all of it makes no difference', () => {
    const rita = event(RITA, '2026-01-07T11:00-05:00', done('call-1#1', 'no-answer'), [mailed]);
    const sam = event(SAM, '2026-01-07T11:30-05:00', done('call-1#1', 'connected'), [mailed]);
    const out = { kind: 'exited', enrollment: RUN, result: 'lost' } as const;
    const stop = event(MONA, '2026-01-08T11:30-05:00', out, [rita]);
    const name = event(SAM, '2026-01-06T12:00-05:00', set('Augusta'), [mailed]);
    const other = event(RITA, '2026-01-06T12:30-05:00', set('Ada L.'), [mailed]);
    const all = [begun, mailed, rita, sam, stop, name, other];
    const whole = fold(all);
    expect(whole.notices.length).toBe(2);
    fc.assert(
      fc.property(fc.shuffledSubarray([...all, ...all], { minLength: 14 }), (arrived) => {
        expect(fold(arrived)).toEqual(whole);
      }),
      { seed: 70 }
    );
  });
});

function set(value: string): EventParts {
  return { kind: 'set', field: 'name', value };
}
