import { describe, expect, it } from 'vitest';
import { call, entry, exit, wait } from '$tests/support/cadences';
import { A, B, C, MONDAY, fold, handoff, inside, line } from '$tests/support/lead-stories';

describe('signals', () => {
  const listens = line(B, [entry('start', { signals: ['claim'] }), call('call'), exit('done')]);
  const handler = {
    ...{ id: 'claimed', name: 'A claim', on: { type: 'signal', signal: 'claim' } as const },
    effect: { type: 'exit', to: 'won' }
  } as const;
  const waiting = line(A, [wait('wait'), exit('done'), exit('won', 'won')], {
    handlers: [handler]
  });

  it('ENG-85 one for the lead goes to all running runs and enrolls where an entry lists it', () => {
    const events = inside(waiting).add(MONDAY, { kind: 'signal', signal: 'claim' }).events;
    const state = fold(events, [waiting, listens], MONDAY);
    expect(state.enrollments).toMatchObject([
      { key: `${A}~1`, end: { node: 'won' } },
      { key: `${B}~1`, status: 'running', virtual: true }
    ]);
    const to = { kind: 'signal', signal: 'claim', enrollment: `${A}~1` } as const;
    const one = fold(inside(waiting).add(MONDAY, to).events, [waiting, listens], MONDAY);
    expect(one.enrollments.length).toBe(1);
  });

  it('ENG-85 who emits one knows that the lead has it', () => {
    const asks = { id: 'told', text: 'Told', when: { 'seen.claim@lifetime': true } };
    const tells = line(C, [
      handoff({ type: 'signal', signal: 'claim' }, 'continue'),
      { ...exit('done'), requirements: [asks] }
    ]);
    expect(fold(inside(tells), [tells], MONDAY).enrollments[0]?.end?.node).toBe('done');
  });

  it('ENG-85 a handoff may emit one: the other runs hear it', () => {
    const tells = line(C, [
      call('ask'),
      handoff({ type: 'signal', signal: 'claim' }, 'continue'),
      exit('done')
    ]);
    const history = inside(waiting).enroll(MONDAY, C, tells.version);
    history.complete('2026-01-05T10:30-05:00', C, 'ask#1');
    const state = fold(history.events, [waiting, listens, tells], '2026-01-05T10:30-05:00');
    const ends = state.enrollments.map(({ cadence, end }) => [cadence, end?.node ?? null]);
    expect(ends).toEqual([
      [A, 'won'],
      [B, null],
      [C, 'done']
    ]);
  });

  it('ENG-79 a reply that the cadence ends on is a cause of its own', () => {
    const onReply = {
      ...{ id: 'reply', name: 'Reply', on: { type: 'signal', signal: 'reply' } as const },
      effect: { type: 'exit', to: 'done' }
    } as const;
    const program = line(A, [wait('wait'), exit('done')], { handlers: [onReply] });
    const events = inside(program).add(MONDAY, { kind: 'signal', signal: 'reply' }).events;
    const [run] = fold(events, [program], MONDAY).enrollments;
    expect(run?.end).toMatchObject({ cause: 'reply', result: 'completed', node: 'done' });
    expect(run?.end?.causes.map(({ cause }) => cause)).toEqual(['reply', 'noMoreSteps']);
  });
});
