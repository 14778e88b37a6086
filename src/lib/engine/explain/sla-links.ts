import type { StepKey } from '$lib/domain';
import type { SlaClock } from '../lead-state';
import { nodeName } from './names';
import { say, type Link, type RunContext } from './run-context';

/** The time limits of a task; `step` null: of the current stage. */
export function slaLinks(context: RunContext, step: StepKey | null): readonly Link[] {
  const { sla, stage } = context.view;
  return sla
    .filter((clock) => (step === null ? clock.node === stage : clock.step === step))
    .map((clock) => ({ type: 'sla', at: clock.at, clause: clauseOf(context, clock) }));
}

function clauseOf(context: RunContext, { node, action, role, at, reached }: SlaClock): string {
  const { program } = context;
  const when = say(context, at);
  const who = program.roles.find(({ id }) => id === role)?.name ?? 'somebody';
  const limit = `the time limit of ${nodeName(program, node)}`;
  if (reached) return `${limit} was reached ${when}`;
  if (action === 'move') return `${limit} is over ${when}: the lead is moved then`;
  return `${limit} is reached ${when}: ${who} ${action === 'warn' ? 'is warned' : 'takes over'} then`;
}
