import { OP, type Program, type TaskSpec } from '$lib/program';
import type { ScenarioFault } from '../statistics/result';
import type { CadenceModel } from './cadence-model';
import type { DemandModel, GroupModel, QuotaModel, StaffModel } from './staff-model';

/** A cadence whose tasks ask for people, and where its assumptions stand in the scenario. */
export interface Asking {
  readonly program: Program;
  readonly steps: CadenceModel['steps'];
  readonly path: string;
}

/** What the tasks of every cadence ask for; tasks that ask for the same share one row. */
export function asksOf(
  cadences: readonly Asking[],
  groups: readonly GroupModel[],
  quotas: readonly QuotaModel[],
  faults: ScenarioFault[]
): Pick<StaffModel, 'demands' | 'asks'> {
  const demands: DemandModel[] = [];
  const rows = new Map<string, number>();
  const rowOf = (demand: DemandModel): number => {
    const key = `${demand.groups.join()} ${demand.quotas.join()}`;
    const known = rows.get(key);
    if (known !== undefined) return known;
    rows.set(key, demands.length);
    return demands.push(demand) - 1;
  };
  const asks = cadences.map(({ program, steps, path }) =>
    Int32Array.from(program.op, (op, pc) => {
      const task = op === OP.task ? program.tasks[program.arg[pc] ?? 0] : undefined;
      if (!task) return -1;
      const skill = steps[pc]?.skill ?? null;
      const people = peopleFor(task, skill, groups);
      if (people === null)
        faults.push({
          path: `${path}.${program.nodes[pc] ?? ''}.skill`,
          message: `nobody of the role has the skill "${skill ?? ''}"`
        });
      const limits = quotas.flatMap((quota, row) => (binds(quota, task) ? [row] : []));
      const demand = { groups: people ?? [], quotas: limits };
      return demand.groups.length + limits.length === 0 ? -1 : rowOf(demand);
    })
  );
  return { demands, asks };
}

/** Rows of those who may do the task; none: nobody is needed; null: nobody can. */
function peopleFor(
  { automatic, role }: TaskSpec,
  skill: string | null,
  groups: readonly GroupModel[]
): readonly number[] | null {
  if (automatic || role === null) return [];
  const ofRole = groups.flatMap((group, row) => (group.role === role ? [row] : []));
  if (ofRole.length === 0) return [];
  const able = ofRole.filter((row) => {
    const group = groups[row];
    return group && group.count > 0 && (skill === null || group.skills.has(skill));
  });
  return able.length === 0 && skill !== null ? null : able;
}

function binds({ channel, role }: QuotaModel, task: TaskSpec): boolean {
  return task.channel === channel && (role === null || task.role === role);
}
