import type { Program, SlaSpec } from '$lib/program';
import type { SlaClock } from '../lead-state';
import { thresholdAt } from '../sla';
import { PHASE, type RunState } from '../state';
import { stepKey } from '../step-keys';
import { stageAt, taskAt } from '../tables';

/** The time limits of the stage and of the open tasks, those that were reached too. */
export function slaClocks(program: Program, state: RunState): readonly SlaClock[] {
  const clocks: SlaClock[] = [];
  const add = (
    pc: number,
    visit: number,
    sla: readonly SlaSpec[],
    from: number,
    reached: number
  ): void => {
    sla.forEach((spec, index) =>
      clocks.push({
        node: program.nodes[pc] ?? '',
        step: stepKey(program, pc, visit),
        threshold: spec.id,
        action: spec.action,
        role: spec.role,
        at: thresholdAt(program, spec, from),
        reached: (reached & (1 << index)) !== 0
      })
    );
  };
  const { stagePc, stageSlaFrom, stageSlaReached, visits, tokens } = state;
  if (stagePc >= 0)
    add(
      stagePc,
      visits[stagePc] ?? 1,
      stageAt(program, stagePc).sla,
      stageSlaFrom,
      stageSlaReached
    );
  for (const { alive, phase, pc, visit, slaFrom, slaReached } of tokens)
    if (alive && phase === PHASE.task) add(pc, visit, taskAt(program, pc).sla, slaFrom, slaReached);
  return clocks;
}
