import type { Channel, NodeKind } from '$lib/domain';
import { OP, type Program } from '$lib/program';
import type { Counters } from './counters';
import type { Model } from './model';
import type { ExitCount, SimulationResult, StepCount } from './result';
import { wilson } from './wilson';

/** The counters as a result: a JSON value that is equal, byte for byte, on every machine. */
export function summarize(model: Model, counters: Counters, leads: number): SimulationResult {
  const { program } = model;
  const steps = program.nodes.map((_, pc) => stepCount(program, counters, pc));
  const total = steps.reduce((sum, step) => sum + step.touches, 0);
  return {
    version: program.version,
    engine: program.engine,
    scenario: model.scenario,
    seed: model.seed,
    leads,
    exits: exitCounts(program, counters, leads),
    unfinished: counters.unfinished,
    steps,
    edges: Object.fromEntries(
      program.edges.map((edge, row) => [edge, counters.passages[row] ?? 0])
    ),
    touches: { total, perLead: leads === 0 ? 0 : total / leads, byChannel: byChannel(steps) },
    elapsed: counters.elapsed.summary(),
    cycle: counters.cycle.summary()
  };
}

function exitCounts(program: Program, counters: Counters, leads: number): readonly ExitCount[] {
  const found: ExitCount[] = [];
  program.op.forEach((op, pc) => {
    const spec = program.exits[program.arg[pc] ?? 0];
    if (op !== OP.exit || !spec) return;
    const count = counters.exits[pc] ?? 0;
    found.push({
      node: program.nodes[pc] ?? '',
      name: program.nodeNames[pc] ?? '',
      result: spec.result,
      count,
      share: leads === 0 ? 0 : count / leads,
      ...wilson(count, leads)
    });
  });
  return found;
}

function stepCount(program: Program, counters: Counters, pc: number): StepCount {
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
    effort: counters.worked[pc] ?? 0
  };
}

const KIND_OF_OP: Readonly<Record<number, NodeKind>> = {
  [OP.enter]: 'entry',
  [OP.stage]: 'stage',
  [OP.task]: 'action',
  [OP.wait]: 'wait',
  [OP.choose]: 'branch',
  [OP.split]: 'branch',
  [OP.exit]: 'exit'
};

function kindOf(op: number): NodeKind {
  return KIND_OF_OP[op] ?? 'action';
}

function byChannel(steps: readonly StepCount[]): Readonly<Partial<Record<Channel, number>>> {
  const sums: Partial<Record<Channel, number>> = {};
  for (const { channel, touches } of steps)
    if (channel !== null) sums[channel] = (sums[channel] ?? 0) + touches;
  return sums;
}
