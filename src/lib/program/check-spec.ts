import { present, unreachable } from '$lib/util';
import { delayFaults, exactly, slaFaults, sumFaults } from './check-parts';
import { predicateFaults } from './check-predicate';
import { taskFaults } from './check-task';
import { OP, type Op, type Program } from './program';
import type { JoinSpec, SplitSpec, StageSpec, WaitSpec } from './specs';

const KNOWN: readonly number[] = Object.values(OP);

/** What is wrong with one instruction: its row of the op's table, and the number of its ports. */
export function checkSpec(program: Program, pc: number): string[] {
  const op = program.op[pc] ?? -1;
  if (!KNOWN.includes(op)) return [`${pc} has the unknown op ${op}`];
  const arg = program.arg[pc] ?? -1;
  const rows = rowsOf(program, op as Op);
  if (rows === null ? arg !== 0 : arg < 0 || arg >= rows) {
    return [`${pc} names row ${arg} of a table that has ${rows ?? 'no rows'}`];
  }
  return faultsOf(program, op as Op, arg, portCount(program, pc)).map((fault) => `${pc} ${fault}`);
}

function portCount(program: Program, pc: number): number {
  return (program.firstPort[pc + 1] ?? 0) - (program.firstPort[pc] ?? 0);
}

/** How many rows the op's table has; null for an op without one. */
function rowsOf(program: Program, op: Op): number | null {
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
    case OP.fork:
      return program.forks.length;
    case OP.join:
      return program.joins.length;
    case OP.handoff:
      return program.handoffs.length;
    default:
      return unreachable(op);
  }
}

function faultsOf(program: Program, op: Op, arg: number, ports: number): string[] {
  switch (op) {
    case OP.enter:
      return exactly(1, ports);
    case OP.stage:
      return [...exactly(1, ports), ...stageFaults(program, present(program.stages[arg], 'stage'))];
    case OP.task:
      return taskFaults(program, present(program.tasks[arg], 'task'), ports);
    case OP.wait:
      return waitFaults(program, present(program.waits[arg], 'wait'), ports);
    case OP.choose: {
      const { cases } = present(program.chooses[arg], 'choice');
      const inCases = cases.flatMap((predicate) => predicateFaults(program, predicate));
      return [...exactly(cases.length + 1, ports), ...inCases];
    }
    case OP.split:
      return splitFaults(present(program.splits[arg], 'split'), ports);
    case OP.exit: {
      const { recycle } = present(program.exits[arg], 'exit');
      return [...exactly(0, ports), ...delayFaults(recycle?.after)];
    }
    case OP.fork: {
      const { join } = present(program.forks[arg], 'fork');
      const joined = program.op[join] === OP.join ? [] : [`is joined at ${join}, which is no join`];
      return [...(ports === 0 ? ['has no port to leave by'] : []), ...joined];
    }
    case OP.join:
      return [...exactly(1, ports), ...joinFaults(program, present(program.joins[arg], 'join'))];
    case OP.handoff:
      return exactly(present(program.handoffs[arg], 'handoff').ends ? 0 : 1, ports);
    default:
      return unreachable(op);
  }
}

function stageFaults(program: Program, { sla }: StageSpec): string[] {
  return sla.flatMap((threshold) => slaFaults(program, threshold));
}

function waitFaults(program: Program, wait: WaitSpec, ports: number): string[] {
  switch (wait.type) {
    case 'duration':
      return [...exactly(1, ports), ...delayFaults(wait.delay)];
    case 'date':
      return [...exactly(1, ports), ...delayFaults(wait.by)];
    case 'weekday':
      return [
        ...exactly(1, ports),
        ...(wait.days > 0 && wait.days < 128 ? [] : [`waits for the days ${wait.days}`]),
        ...(wait.minute >= 0 && wait.minute < 1440 ? [] : [`waits for minute ${wait.minute}`])
      ];
    case 'event':
      return [
        ...exactly(2, ports),
        ...delayFaults(wait.timeout),
        ...wait.signals
          .filter((row) => program.signals[row] === undefined)
          .map((row) => `waits for signal ${row}, which is none`),
        ...(wait.condition ? predicateFaults(program, wait.condition) : [])
      ];
    default:
      return unreachable(wait);
  }
}

function splitFaults({ upTo }: SplitSpec, ports: number): string[] {
  const none = ports === 0 ? ['has no port to leave by'] : [];
  return [...exactly(upTo.length, ports), ...none, ...sumFaults(upTo)];
}

function joinFaults(program: Program, { fork, needed }: JoinSpec): string[] {
  if (program.op[fork] !== OP.fork) return [`joins ${fork}, which is no fork`];
  const paths = portCount(program, fork);
  return needed >= 1 && needed <= paths ? [] : [`needs ${needed} of ${paths} paths`];
}
