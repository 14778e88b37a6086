import { delayFaults, slaFaults, sumFaults } from './check-parts';
import type { Program } from './program';
import type { TaskSpec } from './specs';

/** What is wrong with a task: its ports, and the rows it names. */
export function taskFaults(program: Program, task: TaskSpec, ports: number): string[] {
  const { due, autoSkipAfter, expireAfter } = task;
  return [
    ...[due, autoSkipAfter, expireAfter].flatMap(delayFaults),
    ...(ports === 0 ? ['has no port to leave by'] : []),
    ...portFaults(program, task, ports),
    ...dispositionFaults(program, task),
    ...(task.hours === -1 || program.calendars[task.hours] ? [] : [`has hours ${task.hours}`]),
    ...(task.variants.length === 0 ? [] : sumFaults(task.variants.map(({ upTo }) => upTo))),
    ...task.sla.flatMap((threshold) => slaFaults(program, threshold))
  ];
}

function portFaults(program: Program, task: TaskSpec, ports: number): string[] {
  const faults: string[] = [];
  const size = program.dispositions.length;
  if (task.portOf.length !== size) {
    faults.push(`has ports for ${task.portOf.length} dispositions instead of ${size}`);
  }
  task.portOf.forEach((port, row) => {
    if (port < 0 || port >= ports) faults.push(`sends disposition ${row} to port ${port}`);
  });
  for (const port of [task.heldPort, task.refusedPort]) {
    if (port !== -1 && (port < 1 || port >= ports)) faults.push(`has no port ${port} beside done`);
  }
  return faults;
}

function dispositionFaults(program: Program, { dispositions, repeat }: TaskSpec): string[] {
  const isNone = (row: number) => program.dispositions[row] === undefined;
  return [
    ...dispositions.filter(isNone).map((row) => `offers disposition ${row}`),
    ...(repeat?.until ?? []).filter(isNone).map((row) => `repeats until disposition ${row}`),
    ...(repeat && repeat.times < 1 ? [`repeats ${repeat.times} times`] : []),
    ...delayFaults(repeat?.gap)
  ];
}
