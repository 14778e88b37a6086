import { describe, expect, it } from 'vitest';
import type {
  CadenceNode,
  Delay,
  Disposition,
  ForkNode,
  JoinNode,
  NodeId,
  WaitNode
} from '$lib/domain';
import type { Program } from '$lib/program';
import {
  DISPOSITIONS,
  branch,
  businessDays,
  cadenceOf,
  call,
  email,
  entry,
  exit,
  stage,
  wait
} from '$tests/support/cadences';
import { programOf } from '$tests/support/files';
import { History, at } from '$tests/support/history';
import {
  A,
  B,
  MONDAY,
  RUN,
  codesOf,
  fold,
  inputOf,
  inside,
  line,
  runOf
} from '$tests/support/lead-stories';
import { defaultMap } from './default-map';
import { previewMigration } from './preview';

const TUESDAY = '2026-01-06T10:00-05:00';
const THURSDAY = '2026-01-08T10:00-05:00';

function version(delay: Delay, due: Delay, extra: readonly CadenceNode[] = []): Program {
  return line(A, [
    email('mail'),
    stage('phase', { checklist: [{ id: 'known', text: 'Known', mandatory: false }] }),
    wait('gap', delay),
    ...extra,
    call('call', { due }),
    exit('done')
  ]);
}

const v1 = version(businessDays(3), businessDays(1));
const v2 = version(businessDays(5), businessDays(2));

function migrated(history: History, to: Program, when: string, map: Record<NodeId, NodeId> = {}) {
  return history.add(when, {
    ...{ kind: 'migrated', enrollment: RUN, version: to.version, map }
  });
}

const mailed = () => inside(v1).complete(MONDAY, A, 'mail#1');

describe('a migration', () => {
  it('ENG-100 keeps what has passed of a wait: it ends when it would have with the new delay', () => {
    const longer = runOf(fold(migrated(mailed(), v2, TUESDAY), [v1, v2], TUESDAY));
    expect(longer).toMatchObject({ version: v2.version, status: 'running' });
    expect(longer.timers).toEqual([{ step: 'gap#1', at: at('2026-01-12T10:00-05:00') }]);
    const quick = version(businessDays(1), businessDays(1));
    const over = migrated(mailed(), quick, '2026-01-07T12:00-05:00');
    const now = runOf(fold(over, [v1, quick], '2026-01-07T12:00-05:00'));
    // Due yesterday, but nothing happens before the migration.
    expect(now.tasks[0]).toMatchObject({ step: 'call#1', opens: at('2026-01-07T12:00-05:00') });
  });

  it('ENG-100 adds what a pause had added', () => {
    const paused = mailed()
      .add('2026-01-05T11:00-05:00', {
        kind: 'paused',
        enrollment: RUN,
        reason: 'Holiday',
        until: at(TUESDAY)
      })
      .add('2026-01-06T11:00-05:00', { kind: 'set', field: 'name', value: 'A' });
    const run = runOf(
      fold(migrated(paused, v2, '2026-01-06T12:00-05:00'), [v1, v2], '2026-01-06T12:00-05:00')
    );
    const stood = at(TUESDAY) - at('2026-01-05T11:00-05:00');
    expect(run.timers[0]?.at).toBe(at('2026-01-12T10:00-05:00') + stood);
  });

  it('ENG-101 keeps the opening of a task, which is due as the new version says', () => {
    const history = migrated(mailed(), v2, '2026-01-08T12:00-05:00');
    const [task] = runOf(fold(history, [v1, v2], '2026-01-08T12:00-05:00')).tasks;
    expect(task).toMatchObject({
      ...{ step: 'call#1', opens: at(THURSDAY) },
      due: at('2026-01-12T10:00-05:00')
    });
  });

  it('ENG-102 a jump begins a new visit, not earlier than what was left behind', () => {
    const history = migrated(mailed(), v2, TUESDAY, { gap: 'call' });
    const [task] = runOf(fold(history, [v1, v2], TUESDAY)).tasks;
    expect(task).toMatchObject({ step: 'call#1', opens: at(THURSDAY) });
  });

  it('ENG-103 leaving with the last position ends the run; no place to go to refuses it', () => {
    const out = migrated(mailed(), v2, TUESDAY, { gap: 'exit' });
    expect(runOf(fold(out, [v1, v2], TUESDAY))).toMatchObject({
      status: 'ended',
      end: { node: null }
    });
    const without = line(A, [email('mail'), call('call'), exit('done')]);
    const lost = fold(migrated(mailed(), without, TUESDAY), [v1, without], TUESDAY);
    expect(codesOf(lost)).toEqual(['refused unknownStep']);
    expect(runOf(lost).version).toBe(v1.version);
    const gone = fold(migrated(mailed(), v2, TUESDAY), [v1], TUESDAY);
    expect(codesOf(gone)).toEqual(['unknownVersion unknownVersion']);
    const foreign = line(B, [wait('gap'), exit('done')]);
    const other = fold(migrated(mailed(), foreign, TUESDAY), [v1, foreign], TUESDAY);
    expect(codesOf(other)).toEqual(['unknownVersion unknownVersion']);
  });

  it('ENG-104 takes over touches, stage and what was done', () => {
    const asks = version(businessDays(3), businessDays(1));
    const to = line(A, [
      email('mail'),
      stage('phase'),
      wait('gap', businessDays(3)),
      call('call'),
      {
        ...exit('done'),
        requirements: [
          { id: 'r', text: 'A mail', when: { 'count.email.completed': 1, 'done.mail': true } }
        ]
      }
    ]);
    const history = migrated(mailed(), to, TUESDAY).complete('2026-01-08T11:00-05:00', A, 'call#1');
    const run = runOf(fold(history, [asks, to], '2026-01-08T11:00-05:00'));
    expect(run).toMatchObject({ stage: 'phase', touches: 2, end: { node: 'done' } });
    // A bounce finds its touch in the new version, too.
    const back = { kind: 'signal', signal: 'bounce', enrollment: RUN, step: 'mail#1' } as const;
    const bounced = migrated(mailed(), to, TUESDAY).add('2026-01-06T11:00-05:00', back);
    expect(runOf(fold(bounced, [asks, to], '2026-01-06T12:00-05:00')).touches).toBe(0);
  });

  it('ENG-104 a channel that is not to be used stays so', () => {
    const bad = { ...DISPOSITIONS[0], id: 'wrong', name: 'Wrong', action: 'block' } as Disposition;
    const calls = (delay: Delay) =>
      line(
        A,
        [
          call('call', { dispositions: ['wrong'] }),
          wait('gap', delay),
          call('again', { missingData: 'skip' }),
          exit('done')
        ],
        { dispositions: [bad] }
      );
    const [before, after] = [calls(businessDays(1)), calls(businessDays(2))];
    const history = inside(before).complete(MONDAY, A, 'call#1', 'wrong');
    const run = runOf(fold(migrated(history, after, TUESDAY), [before, after], THURSDAY));
    expect(run).toMatchObject({ status: 'ended', end: { node: 'done' } });
  });

  it('ENG-101 what a pause had added to the times of a task stays added', () => {
    const asks = (name: string) =>
      line(A, [
        call('call', { name, due: businessDays(1), expireAfter: businessDays(3) }),
        exit('done')
      ]);
    const [before, after] = [asks('Before'), asks('After')];
    const until = at('2026-01-12T10:00-05:00');
    const history = inside(before).add(MONDAY, {
      ...{ kind: 'paused', enrollment: RUN, reason: 'Holiday', until }
    });
    const noon = '2026-01-12T12:00-05:00';
    const [stays] = runOf(fold(history, [before], noon)).tasks;
    const { tasks, status } = runOf(fold(migrated(history, after, noon), [before, after], noon));
    expect([status, tasks]).toEqual(['running', [stays]]);
  });

  it('ENG-100 nothing happens before the migration, however short the new wait', () => {
    const fields = [{ id: 'day', name: 'Day', type: 'date' as const }];
    const until: WaitNode['until'] = { type: 'date', field: 'day' };
    const dated = line(A, [wait('gap', undefined, { until }), call('call'), exit('done')], {
      fields
    });
    const short = line(A, [wait('gap', businessDays(1)), call('call'), exit('done')], { fields });
    const history = new History().add(MONDAY, {
      ...{ kind: 'enrolled', enrollment: RUN, cadence: A, version: dated.version },
      fields: { day: '2026-02-02' }
    });
    const run = runOf(fold(migrated(history, short, THURSDAY), [dated, short], THURSDAY));
    expect(run.tasks[0]?.opens).toBe(at(THURSDAY));
    const instants = run.trace.map((entry) => entry.at);
    expect(instants).toEqual([...instants].sort((a, b) => a - b));
  });

  it('ENG-56 what is left behind is told of by its old name', () => {
    const [before, after] = [
      line(A, [wait('gap'), exit('done')]),
      line(A, [call('first'), call('second'), exit('done')])
    ];
    const out = migrated(inside(before), after, MONDAY, { gap: 'exit' });
    const { trace } = runOf(fold(out, [before, after], MONDAY));
    expect(trace.findLast(({ type }) => type === 'cancelled')).toMatchObject({ step: 'gap#1' });
  });

  it('ENG-104 what the lead ever did is known when the new version first asks', () => {
    const cases = [{ id: 'seen', name: 'Seen', when: { 'seen.reply@lifetime': true } }];
    const to = line(
      A,
      [email('mail'), branch('asked', { type: 'condition', cases }), exit('heard'), exit('silent')],
      {},
      ['asked:seen > heard', 'asked:default > silent']
    );
    const history = mailed().add(MONDAY, { kind: 'signal', signal: 'reply' });
    const run = runOf(fold(migrated(history, to, TUESDAY, { gap: 'asked' }), [v1, to], TUESDAY));
    expect(run.end?.node).toBe('heard');
  });

  it('ENG-104 a stage that is another kind of step now is no stage any more', () => {
    const staged = line(A, [stage('phase'), call('call'), exit('done')]);
    const flat = line(A, [email('phase'), call('call'), exit('done')]);
    const run = runOf(fold(migrated(inside(staged), flat, MONDAY), [staged, flat], TUESDAY));
    expect(run).toMatchObject({ stage: null, tasks: [{ step: 'call#1' }] });
  });

  it('ENG-104 knows of nothing that only the new version could have seen', () => {
    const unheard = { id: 'unheard', text: 'No reply', when: { 'seen.reply': false } };
    const to = line(A, [
      email('mail'),
      wait('gap', businessDays(3)),
      { ...exit('done'), requirements: [unheard] }
    ]);
    const history = migrated(mailed(), to, TUESDAY);
    expect(runOf(fold(history, [v1, to], THURSDAY)).end?.node).toBe('done');
  });

  it('ENG-104 keeps the paths of a fork that both versions have, and unites those of one that is gone', () => {
    const forked = (...paths: readonly NodeId[]) => {
      const calls = paths.map((id) => call(id));
      const ports = paths.map((id) => ({ id, name: id }));
      const all = { policy: { type: 'all' }, rest: 'cancel' } as const;
      const fork: ForkNode = { id: 'fork', kind: 'fork', name: 'Fork', paths: ports };
      const join: JoinNode = { id: 'join', kind: 'join', name: 'Join', fork: 'fork', ...all };
      return programOf({
        ...cadenceOf(
          [entry(), fork, ...calls, join, exit('done')],
          [
            'start > fork',
            ...paths.flatMap((id) => [`fork:${id} > ${id}`, `${id} > join`]),
            'join > done'
          ]
        ),
        id: A
      });
    };
    const [two, again] = [forked('left', 'right'), forked('right', 'left')];
    const history = migrated(inside(two), again, TUESDAY).complete(TUESDAY, A, 'left#1');
    const half = runOf(fold(history, [two, again], TUESDAY));
    expect(half.tasks.map(({ step }) => step)).toEqual(['right#1']);
    history.complete('2026-01-06T11:00-05:00', A, 'right#1');
    expect(runOf(fold(history, [two, again], '2026-01-06T11:00-05:00')).end?.node).toBe('done');
    const flat = line(A, [call('left'), exit('done')]);
    const one = migrated(inside(two), flat, TUESDAY, { right: 'left' });
    const run = runOf(fold(one, [two, flat], TUESDAY));
    expect(run.tasks.length).toBe(1);
    // A path that leaves counts as arrived.
    const left = inside(two).complete(MONDAY, A, 'left#1');
    const rest = runOf(
      fold(migrated(left, again, TUESDAY, { right: 'exit' }), [two, again], TUESDAY)
    );
    expect(rest.end?.node).toBe('done');
  });

  it('ENG-106 proposes the next step that is still there', () => {
    const shorter = line(A, [email('mail'), stage('phase'), call('call'), exit('done')]);
    expect(defaultMap(v1, shorter)).toEqual({ gap: 'call' });
    const other = line(A, [email('hello'), exit('end')]);
    expect(defaultMap(v1, other)).toMatchObject({ mail: 'exit', gap: 'exit', done: 'exit' });
  });

  it('ENG-105 is shown before it is done: who moves, what is due when, who is touched twice', () => {
    const to = line(A, [
      email('mail'),
      stage('phase'),
      email('again'),
      wait('gap', businessDays(5)),
      call('call'),
      exit('done')
    ]);
    const ended = mailed().add(MONDAY, { kind: 'exited', enrollment: RUN, result: 'lost' });
    const inputs = [mailed(), ended].map((history) => inputOf(history, [v1, to]));
    const plan = { from: v1.version, to: to.version };
    const now = at(TUESDAY);
    expect(previewMigration(inputs, { ...plan, map: { gap: 'again' } }, now)).toMatchObject({
      counts: { keep: 0, jump: 1, exit: 0 },
      ...{ untouched: 1, unmapped: [] },
      rows: [
        {
          ...{ enrollment: RUN, before: 'gap#1', action: 'jump', after: 'again' },
          ...{ nextBefore: at(THURSDAY), nextAfter: at(THURSDAY), touchedTwice: true }
        }
      ]
    });
    const kept = previewMigration(inputs, { ...plan, map: {} }, now);
    expect(kept.rows).toMatchObject([
      {
        ...{ action: 'keep', after: 'gap', nextBefore: at(THURSDAY) },
        ...{ nextAfter: at('2026-01-12T10:00-05:00'), touchedTwice: false }
      }
    ]);
    const without = line(A, [email('mail'), exit('done')]);
    const cut = previewMigration(
      [inputOf(mailed(), [v1, without])],
      { ...plan, to: without.version, map: {} },
      now
    );
    expect(cut).toMatchObject({ rows: [], unmapped: ['gap'] });
  });
});
