import { unreachable } from '$lib/util';
import {
  type ChooseSpec,
  OP,
  type Op,
  type Predicate,
  type Program,
  type ProgramDelay,
  type SplitSpec,
  type TaskSpec
} from './program';

const KNOWN: readonly number[] = Object.values(OP);

/** What is wrong with one instruction: its row of the op's table, and the number of its ports. */
export function checkSpec(program: Program, pc: number): string[] {
  const op = program.op[pc] ?? -1;
  if (!KNOWN.includes(op)) return [`${pc} has the unknown op ${op}`];
  const arg = program.arg[pc] ?? -1;
  const rows = tableOf(program, op as Op);
  if (rows === null ? arg !== 0 : arg < 0 || arg >= rows) {
    return [`${pc} names row ${arg} of a table that has ${rows ?? 'no rows'}`];
  }
  const ports = (program.firstPort[pc + 1] ?? 0) - (program.firstPort[pc] ?? 0);
  return faultsOf(program, op as Op, arg, ports).map((fault) => `${pc} ${fault}`);
}

/** How many rows the op's table has; null for an op without one. */
function tableOf(program: Program, op: Op): number | null {
  switch (op) {
    case OP.enter:
      return null;
    case OP.stage:
      return program.stages.length;
    case OP.task:
      return program.tasks.length;
    case OP.wait:
      return program.waits.length;
    case OP.choose:
      return program.chooses.length;
    case OP.split:
      return program.splits.length;
    case OP.exit:
      return program.exits.length;
    default:
      return unreachable(op);
  }
}

function faultsOf(program: Program, op: Op, arg: number, ports: number): string[] {
  switch (op) {
    case OP.enter:
    case OP.stage:
      return exactly(1, ports);
    case OP.task:
      return taskFaults(program, program.tasks[arg], ports);
    case OP.wait:
      return [...exactly(1, ports), ...delayFaults(program.waits[arg]?.delay)];
    case OP.choose:
      return chooseFaults(program, program.chooses[arg], ports);
    case OP.split:
      return splitFaults(program.splits[arg], ports);
    case OP.exit:
      return exactly(0, ports);
    default:
      return unreachable(op);
  }
}

function exactly(expected: number, ports: number): string[] {
  return ports === expected ? [] : [`has ${ports} ports instead of ${expected}`];
}

function delayFaults(delay: ProgramDelay | null | undefined): string[] {
  if (!delay || (Number.isSafeInteger(delay.amount) && delay.amount >= 0)) return [];
  return [`has a delay of ${delay.amount}`];
}

function taskFaults(program: Program, task: TaskSpec | undefined, ports: number): string[] {
  if (!task) return [];
  const faults = delayFaults(task.due);
  if (ports === 0) faults.push('has no port to leave by');
  const size = program.dispositions.length;
  if (task.portOf.length !== size) {
    faults.push(`has ports for ${task.portOf.length} dispositions instead of ${size}`);
  }
  task.portOf.forEach((port, row) => {
    if (port < 0 || port >= ports) faults.push(`sends disposition ${row} to port ${port}`);
  });
  for (const row of task.dispositions) {
    if (!Number.isInteger(row) || row < 0 || row >= size) faults.push(`offers disposition ${row}`);
  }
  return faults;
}

function splitFaults(split: SplitSpec | undefined, ports: number): string[] {
  const upTo = split?.upTo ?? [];
  const faults = exactly(upTo.length, ports);
  if (ports === 0) faults.push('has no port to leave by');
  if (upTo.some((sum, i) => !Number.isSafeInteger(sum) || sum < (upTo[i - 1] ?? 0))) {
    faults.push('has weights that are not running sums');
  }
  if ((upTo.at(-1) ?? 0) <= 0) faults.push('has weights of nothing');
  return faults;
}

function chooseFaults(program: Program, choose: ChooseSpec | undefined, ports: number): string[] {
  const cases = choose?.cases ?? [];
  return [
    ...exactly(cases.length + 1, ports),
    ...cases.flatMap((predicate) => predicateFaults(program, predicate))
  ];
}

function predicateFaults(program: Program, predicate: Predicate): string[] {
  if (predicate.type === 'not') return predicateFaults(program, predicate.of);
  if (predicate.type !== 'compare') {
    return predicate.of.flatMap((part) => predicateFaults(program, part));
  }
  const { fact } = predicate;
  if (fact.type !== 'stepDisposition' || program.op[fact.pc] === OP.task) return [];
  return [`asks for the disposition of ${fact.pc}, which is no task`];
}
