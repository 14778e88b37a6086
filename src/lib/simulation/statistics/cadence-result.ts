import type { NodeKind } from '$lib/domain';
import { OP } from '$lib/program';
import { limitsOf, type CadenceTally } from './cadence-tally';
import { otherEndsOf } from './other-ends';
import type { CadenceResult, ExitCount, StepCount } from './result';
import { sumOf } from './sums';
import { shareOf } from './wilson';

/** What became of the leads in one cadence, as a JSON value. */
export function cadenceResultOf(tally: CadenceTally): CadenceResult {
  const { program, runs } = tally;
  return {
    cadence: program.cadence,
    version: program.version,
    name: program.name,
    enrollments: runs,
    exits: exitCounts(tally),
    otherEnds: otherEndsOf(tally),
    unfinished: tally.unfinished,
    steps: program.nodes.map((_, pc) => stepCount(tally, pc)),
    edges: Object.fromEntries(program.edges.map((edge, row) => [edge, tally.passages[row] ?? 0])),
    handlers: Object.fromEntries(
      program.handlers.map(({ id }, row) => [id, tally.handlers[row] ?? 0])
    ),
    timeLimits: timeLimits(tally),
    recycled: recycled(tally)
  };
}

/** The exits of a cadence in its order. */
export function exitCounts({ program, exits, runs }: CadenceTally): readonly ExitCount[] {
  return program.nodes.flatMap((node, pc) => {
    const spec = program.op[pc] === OP.exit ? program.exits[program.arg[pc] ?? 0] : undefined;
    if (!spec) return [];
    const count = exits[pc] ?? 0;
    const name = program.nodeNames[pc] ?? '';
    return [{ node, name, result: spec.result, count, ...shareOf(count, runs) }];
  });
}

function stepCount(tally: CadenceTally, pc: number): StepCount {
  const { program } = tally;
  const task = program.op[pc] === OP.task ? program.tasks[program.arg[pc] ?? 0] : undefined;
  const dispositions: Record<string, number> = {};
  let touches = 0;
  for (let column = 0; column < tally.columns; column++) {
    const count = tally.outcomes[pc * tally.columns + column] ?? 0;
    touches += count;
    if (count > 0) dispositions[program.dispositions[column - 1]?.id ?? ''] = count;
  }
  return {
    node: program.nodes[pc] ?? '',
    name: program.nodeNames[pc] ?? '',
    kind: kindOf(program.op[pc] ?? 0),
    channel: task?.channel ?? null,
    reached: tally.reached[pc] ?? 0,
    visits: tally.visits[pc] ?? 0,
    touches,
    dispositions,
    left: (tally.visits[pc] ?? 0) - (tally.resting[pc] ?? 0),
    waiting: sumOf(tally.waited, pc),
    effort: sumOf(tally.worked, pc),
    idle: sumOf(tally.idle, pc),
    late: tally.late[pc] ?? 0,
    skipped: tally.skipped[pc] ?? 0,
    refused: tally.refused[pc] ?? 0,
    held: tally.held[pc] ?? 0,
    again: tally.again[pc] ?? 0
  };
}

const KIND_OF_OP: Readonly<Record<number, NodeKind>> = {
  [OP.enter]: 'entry',
  [OP.stage]: 'stage',
  [OP.task]: 'action',
  [OP.wait]: 'wait',
  [OP.choose]: 'branch',
  [OP.split]: 'branch',
  [OP.exit]: 'exit',
  [OP.fork]: 'fork',
  [OP.join]: 'join',
  [OP.handoff]: 'handoff'
};

function kindOf(op: number): NodeKind {
  return KIND_OF_OP[op] ?? 'action';
}

function timeLimits(tally: CadenceTally): CadenceResult['timeLimits'] {
  const { program } = tally;
  return program.nodes.flatMap((node, pc) => {
    const of = clocksStarted(tally, pc);
    return limitsOf(program, pc).map(({ id }, row) => {
      const count = tally.timeLimit(pc, row);
      return { node, threshold: id, count, of, met: of === 0 ? 1 : Math.max(0, 1 - count / of) };
    });
  });
}

/** Thresholds are reached once a clock: a task's starts with each opening, a stage's may go on for good. */
function clocksStarted({ program, reached, visits, again }: CadenceTally, pc: number): number {
  const stage = program.op[pc] === OP.stage ? program.stages[program.arg[pc] ?? 0] : undefined;
  if (stage?.slaAccumulates) return reached[pc] ?? 0;
  return (visits[pc] ?? 0) + (again[pc] ?? 0);
}

function recycled({ program, exits }: CadenceTally): number {
  let sum = 0;
  program.op.forEach((op, pc) => {
    const comesBack = op === OP.exit && program.exits[program.arg[pc] ?? 0]?.recycle;
    if (comesBack) sum += exits[pc] ?? 0;
  });
  return sum;
}
