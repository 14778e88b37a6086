import type { NodeKind } from '$lib/domain';
import { OP, type Program, type SlaSpec } from '$lib/program';
import type { Counters } from './counters';
import { otherEndsOf } from './other-ends';
import type { CadenceResult, ExitCount, StepCount } from './result';
import { shareOf } from './wilson';

/** What became of the leads in one cadence, as a JSON value. */
export function cadenceResultOf(counters: Counters): CadenceResult {
  const { program, runs } = counters;
  return {
    cadence: program.cadence,
    version: program.version,
    name: program.name,
    enrollments: runs,
    exits: exitCounts(counters),
    otherEnds: otherEndsOf(counters),
    unfinished: counters.unfinished,
    steps: program.nodes.map((_, pc) => stepCount(counters, pc)),
    edges: Object.fromEntries(
      program.edges.map((edge, row) => [edge, counters.passages[row] ?? 0])
    ),
    handlers: Object.fromEntries(
      program.handlers.map(({ id }, row) => [id, counters.handlers[row] ?? 0])
    ),
    timeLimits: timeLimits(counters),
    recycled: recycled(counters)
  };
}

function exitCounts({ program, exits, runs }: Counters): readonly ExitCount[] {
  return program.nodes.flatMap((node, pc) => {
    const spec = program.op[pc] === OP.exit ? program.exits[program.arg[pc] ?? 0] : undefined;
    if (!spec) return [];
    const count = exits[pc] ?? 0;
    const name = program.nodeNames[pc] ?? '';
    return [{ node, name, result: spec.result, count, ...shareOf(count, runs) }];
  });
}

function stepCount(counters: Counters, pc: number): StepCount {
  const { program } = counters;
  const task = program.op[pc] === OP.task ? program.tasks[program.arg[pc] ?? 0] : undefined;
  const dispositions: Record<string, number> = {};
  let touches = 0;
  for (let column = 0; column < counters.columns; column++) {
    const count = counters.outcomes[pc * counters.columns + column] ?? 0;
    touches += count;
    if (count > 0) dispositions[program.dispositions[column - 1]?.id ?? ''] = count;
  }
  return {
    node: program.nodes[pc] ?? '',
    name: program.nodeNames[pc] ?? '',
    kind: kindOf(program.op[pc] ?? 0),
    channel: task?.channel ?? null,
    reached: counters.reached[pc] ?? 0,
    visits: counters.visits[pc] ?? 0,
    touches,
    dispositions,
    waiting: counters.waited[pc] ?? 0,
    effort: counters.worked[pc] ?? 0,
    skipped: counters.skipped[pc] ?? 0,
    refused: counters.refused[pc] ?? 0,
    held: counters.held[pc] ?? 0
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

function timeLimits(counters: Counters): CadenceResult['timeLimits'] {
  const { program } = counters;
  return program.nodes.flatMap((node, pc) =>
    thresholds(program, pc).map(({ id }, row) => ({
      node,
      threshold: id,
      count: counters.timeLimit(pc, row)
    }))
  );
}

function thresholds(program: Program, pc: number): readonly SlaSpec[] {
  const arg = program.arg[pc] ?? 0;
  if (program.op[pc] === OP.task) return program.tasks[arg]?.sla ?? [];
  return program.op[pc] === OP.stage ? (program.stages[arg]?.sla ?? []) : [];
}

function recycled({ program, exits }: Counters): number {
  let sum = 0;
  program.op.forEach((op, pc) => {
    const comesBack = op === OP.exit && program.exits[program.arg[pc] ?? 0]?.recycle;
    if (comesBack) sum += exits[pc] ?? 0;
  });
  return sum;
}
