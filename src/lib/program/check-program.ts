import { checkSettings } from './check-settings';
import { checkSpec } from './check-spec';
import { ENGINE_MAJOR, OP, type Program } from './program';

/**
 * What is wrong with a program, one sentence each; empty for every program that the compiler makes. A
 * program that passes can be run without looking again: every index in it hits (PRG-2 to PRG-9).
 */
export function checkProgram(program: Program): readonly string[] {
  // Rows can only be followed in columns that fit together.
  const columns = checkColumns(program);
  if (columns.length > 0) return columns;
  return [
    ...checkHeader(program),
    ...checkNames(program),
    ...checkPorts(program),
    ...checkGuards(program),
    ...program.nodes.flatMap((_, pc) => checkSpec(program, pc)),
    ...checkSettings(program)
  ];
}

function checkColumns(program: Program): string[] {
  const faults: string[] = [];
  const size = program.nodes.length;
  if (size === 0) faults.push('there is no instruction');
  const length = (name: string, actual: number, expected: number) => {
    if (actual !== expected) faults.push(`${name} has ${actual} rows instead of ${expected}`);
  };
  length('op', program.op.length, size);
  length('arg', program.arg.length, size);
  length('guard', program.guard.length, size);
  length('nodeNames', program.nodeNames.length, size);
  length('firstPort', program.firstPort.length, size + 1);
  const ports = program.target.length;
  length('edge', program.edge.length, ports);
  length('portNames', program.portNames.length, ports);
  if (program.firstPort[0] !== 0) faults.push('firstPort does not begin with 0');
  if (program.firstPort.at(-1) !== ports) faults.push(`firstPort does not end with ${ports}`);
  program.firstPort.forEach((first, pc) => {
    if (first < (program.firstPort[pc - 1] ?? 0)) faults.push(`firstPort decreases at ${pc}`);
  });
  return faults;
}

function checkHeader(program: Program): string[] {
  const faults: string[] = [];
  if (program.engine !== ENGINE_MAJOR) {
    faults.push(`it is made for engine ${program.engine} instead of ${ENGINE_MAJOR}`);
  }
  if (program.op[program.start] !== OP.enter) faults.push(`start ${program.start} is no entry`);
  return faults;
}

function checkNames(program: Program): string[] {
  return [
    ...repeated(program.nodes).map((id) => `node ${id} has two instructions`),
    ...repeated(program.edges).map((id) => `edge ${id} is listed twice`),
    ...repeated(program.dispositions.map(({ id }) => id)).map(
      (id) => `disposition ${id} is listed twice`
    ),
    ...repeated(program.signals).map((id) => `signal ${id} is listed twice`)
  ];
}

function repeated(ids: readonly string[]): string[] {
  return ids.filter((id, i) => ids.indexOf(id) !== i);
}

function checkPorts(program: Program): string[] {
  const faults: string[] = [];
  program.target.forEach((target, port) => {
    if (target < 0 || target >= program.nodes.length) {
      faults.push(`port ${port} leads to ${target}, which is no instruction`);
    }
  });
  program.edge.forEach((edge, port) => {
    if (edge < 0 || edge >= program.edges.length) {
      faults.push(`port ${port} leaves by ${edge}, which is no edge`);
    }
  });
  return faults;
}

const GUARDED: readonly number[] = [OP.stage, OP.task, OP.exit];

function checkGuards({ guard, guards, op }: Program): string[] {
  return Array.from(guard).flatMap((row, pc) => {
    if (row === -1) return [];
    if (!guards[row]) return [`${pc} has the guard ${row}, which is none`];
    return GUARDED.includes(op[pc] ?? -1) ? [] : [`${pc} has a guard and cannot be held`];
  });
}
