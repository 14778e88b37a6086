import { CHANNELS, type Channel } from '$lib/domain';
import { unreachable } from '$lib/util';
import type { Enrollment, OfferedExit, Position } from '../lead-state';
import { PHASE, STATUS, type Phase, type Token } from '../state';
import { stepKey } from '../step-keys';
import { exitAt } from '../tables';
import { endOfRun } from './end-of-run';
import type { RunRecord } from './run-record';
import { slaClocks } from './sla-clocks';
import { openTask } from './task-view';

/** A run as it is shown. */
export function enrollmentView(record: RunRecord): Enrollment {
  const { run, trace } = record;
  const { key, cadence, program, state } = run;
  const tokens = run.running ? state.tokens.filter(({ alive }) => alive) : [];
  const status = statusOf(record);
  const moving = run.paused ? [] : tokens;
  return {
    key,
    cadence,
    version: program.version,
    status,
    virtual: run.cause !== 'person' && !record.recorded,
    enrolledAt: state.startedAt,
    stage: state.stagePc < 0 ? null : (program.nodes[state.stagePc] ?? null),
    positions: positionsOf(record),
    tasks: moving
      .filter(({ phase }) => phase === PHASE.task)
      .map((token) => openTask(record, token)),
    timers: moving
      .filter(({ until }) => until < Infinity)
      .map(({ pc, visit, until }) => ({ step: stepKey(program, pc, visit), at: until })),
    offers: run.running ? offersOf(record) : [],
    sla: run.running ? slaClocks(program, state) : [],
    paused: run.paused ? pauseOf(record) : null,
    touches: state.touches + sum(record.activity.values()),
    completed: completedOf(record),
    end: status === 'ended' ? endOfRun(record) : null,
    trace
  };
}

function statusOf({ run }: RunRecord): Enrollment['status'] {
  if (run.frozen) return 'frozen';
  if (run.runaway || run.state.status === STATUS.runaway) return 'runaway';
  if (run.state.status === STATUS.ended) return 'ended';
  return run.paused ? 'paused' : 'running';
}

function pauseOf({ run: { state } }: RunRecord): Enrollment['paused'] {
  const until = state.pausedUntil < Infinity ? state.pausedUntil : null;
  return { since: state.pausedAt, until };
}

/** Where it rests; of a frozen run: where it stood when this engine could follow no more. */
function positionsOf({ run: { program, state } }: RunRecord): readonly Position[] {
  return state.tokens
    .filter(({ alive }) => alive)
    .map(({ pc, visit, since, phase }: Token) => ({
      step: stepKey(program, pc, visit),
      node: program.nodes[pc] ?? '',
      since,
      waitsFor: waitsFor(phase)
    }));
}

function waitsFor(phase: Phase): Position['waitsFor'] {
  switch (phase) {
    case PHASE.none:
    case PHASE.task:
      return 'task';
    case PHASE.wait:
    case PHASE.late:
      return 'time';
    case PHASE.closed:
      return 'openingHours';
    case PHASE.event:
      return 'event';
    case PHASE.held:
      return 'requirements';
    case PHASE.blocked:
      return 'data';
    default:
      return unreachable(phase);
  }
}

function offersOf({ run: { program, state } }: RunRecord): readonly OfferedExit[] {
  return state.offers.map(({ exitPc, since, openSince }) => ({
    node: program.nodes[exitPc] ?? '',
    result: exitAt(program, exitPc).result,
    asked: since,
    openSince: openSince < 0 ? null : openSince
  }));
}

function completedOf({ run: { state }, activity }: RunRecord): Enrollment['completed'] {
  const counts: Partial<Record<Channel, number>> = {};
  CHANNELS.forEach((channel, index) => {
    const count = (state.completed[index] ?? 0) + (activity.get(channel) ?? 0);
    if (count > 0) counts[channel] = count;
  });
  return counts;
}

function sum(counts: Iterable<number>): number {
  let total = 0;
  for (const count of counts) total += count;
  return total;
}
