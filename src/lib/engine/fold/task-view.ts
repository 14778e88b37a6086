import { ATTEMPTS } from '$lib/program';
import { missingFields } from '../lead-data';
import type { OpenTask } from '../lead-state';
import { variantOf } from '../shares';
import type { Token } from '../state';
import { stepKey } from '../step-keys';
import { taskAt } from '../tables';
import type { RunRecord } from './run-record';

/** A task as the person who is to do it sees it. */
export function openTask({ run, assignees }: RunRecord, token: Token): OpenTask {
  const { program, state } = run;
  const { pc, visit, opens, due, attempt } = token;
  const spec = taskAt(program, pc);
  const step = stepKey(program, pc, visit);
  return {
    step,
    node: program.nodes[pc] ?? '',
    channel: spec.channel,
    automatic: spec.automatic,
    role: spec.role,
    assignee: assignees.get(step) ?? null,
    opens,
    due,
    dispositions: spec.dispositions.map((index) => program.dispositions[index]?.id ?? ''),
    checklist: spec.checklist,
    requiredFields: spec.requiredFields,
    missing: missingFields(program, state, pc),
    variant: variantOf(program, state, pc)?.id ?? null,
    attempt,
    attempts: spec.repeat?.times ?? (attempt > 1 ? ATTEMPTS : 1)
  };
}
