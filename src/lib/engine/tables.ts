import type { ExitSpec, JoinSpec, Program, StageSpec, TaskSpec, WaitSpec } from '$lib/program';
import { InvariantError } from '$lib/util';

/** No port: the token rests, or has gone. */
export const NO_PORT = -1;

/** Rows of the columns are the engine's own: no check where a step is made millions of times. */
function argOf(program: Program, pc: number): number {
  return program.arg[pc] as number;
}

export function taskAt(program: Program, pc: number): TaskSpec {
  return program.tasks[argOf(program, pc)] ?? missing('task', pc);
}

export function waitAt(program: Program, pc: number): WaitSpec {
  return program.waits[argOf(program, pc)] ?? missing('wait', pc);
}

export function exitAt(program: Program, pc: number): ExitSpec {
  return program.exits[argOf(program, pc)] ?? missing('exit', pc);
}

export function stageAt(program: Program, pc: number): StageSpec {
  return program.stages[argOf(program, pc)] ?? missing('stage', pc);
}

export function joinAt(program: Program, pc: number): JoinSpec {
  return program.joins[argOf(program, pc)] ?? missing('join', pc);
}

function missing(what: string, pc: number): never {
  throw new InvariantError(`no ${what} at ${pc}`);
}

/** Row of the port columns of an instruction's `index`-th port. */
export function portAt(program: Program, pc: number, index = 0): number {
  return (program.firstPort[pc] as number) + index;
}

/** How many ports an instruction has. */
export function portCount(program: Program, pc: number): number {
  return (program.firstPort[pc + 1] as number) - (program.firstPort[pc] as number);
}

/** Instruction a port leads to. */
export function targetOf(program: Program, port: number): number {
  return program.target[port] as number;
}
