import type { ExitSpec, JoinSpec, Program, StageSpec, TaskSpec, WaitSpec } from '$lib/program';
import { present } from '$lib/util';

/** No port: the token rests, or has gone. */
export const NO_PORT = -1;

export function taskAt(program: Program, pc: number): TaskSpec {
  return present(program.tasks[program.arg[pc] ?? 0], 'task');
}

export function waitAt(program: Program, pc: number): WaitSpec {
  return present(program.waits[program.arg[pc] ?? 0], 'wait');
}

export function exitAt(program: Program, pc: number): ExitSpec {
  return present(program.exits[program.arg[pc] ?? 0], 'exit');
}

export function stageAt(program: Program, pc: number): StageSpec {
  return present(program.stages[program.arg[pc] ?? 0], 'stage');
}

export function joinAt(program: Program, pc: number): JoinSpec {
  return present(program.joins[program.arg[pc] ?? 0], 'join');
}

/** Row of the port columns of an instruction's `index`-th port. */
export function portAt(program: Program, pc: number, index = 0): number {
  return (program.firstPort[pc] ?? 0) + index;
}

/** How many ports an instruction has. */
export function portCount(program: Program, pc: number): number {
  return (program.firstPort[pc + 1] ?? 0) - (program.firstPort[pc] ?? 0);
}

/** Instruction a port leads to. */
export function targetOf(program: Program, port: number): number {
  return program.target[port] ?? 0;
}
