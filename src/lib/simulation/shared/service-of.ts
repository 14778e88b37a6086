import type { Model } from '../model/model';
import type { AskOrder } from './ask-order';
import { AtDesk, type DeskTools, type TaskAt } from './at-desk';
import { Lines } from './lines';
import type { Places } from './places';
import type { Service } from './service';
import type { SharedPlan } from './shared-plan';

type ServiceTools = Omit<DeskTools, 'tasks'> & {
  readonly order: AskOrder;
  readonly places: Places;
};

/** How people are given to the tasks of `leads` leads: in lines where the plan has some, else at the desk. */
export function serviceOf(
  model: Model,
  { staff, lines }: SharedPlan,
  leads: number,
  tools: ServiceTools
): Service {
  const tasks = tasksAt(model, staff.asks[0], tools.places);
  if (!lines) return new AtDesk(staff, { ...tools, tasks });
  const levels = levelsOf(tasks, staff.order === 'fifo');
  const teams = lines.map((hours, group) => ({
    // A lead asks for one at a time: more people than leads are never busy.
    count: Math.min(staff.groups[group]?.count ?? 0, leads),
    hours,
    factor: staff.groups[group]?.effort ?? 1
  }));
  const groupAt = Int32Array.from(tasks, ({ demand }) => staff.demands[demand]?.groups[0] ?? -1);
  const levelAt = Int32Array.from(tasks, ({ priority }) => levels.indexOf(priority));
  return new Lines({ ...tools, groupAt, levelAt }, teams, levels.length);
}

/** What is asked for at all places. */
function tasksAt(
  { steps, segments }: Model,
  demands: Int32Array | undefined,
  { all }: Places
): readonly TaskAt[] {
  return all.map(({ task, segment }) => ({
    demand: demands?.[task] ?? -1,
    step: steps[task]?.key ?? 0,
    priority: (steps[task]?.priority ?? 0) + (segments[segment]?.priority ?? 0)
  }));
}

/** Priorities, the highest first; one alone where nobody is served before others. */
function levelsOf(tasks: readonly TaskAt[], fifo: boolean): readonly number[] {
  if (fifo) return [0];
  return [...new Set(tasks.map(({ priority }) => priority))].sort((a, b) => b - a);
}
