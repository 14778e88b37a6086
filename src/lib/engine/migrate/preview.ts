import type { Instant, LeadId, NodeId } from '$lib/domain';
import { OP, type Program } from '$lib/program';
import { channelIndex, isContactRow } from '../channels';
import { leadRunsAt, type FoldInput } from '../fold';
import type { LeadRuns } from '../lead-runs';
import type { LeadRun } from '../lead-runs/lead-run';
import type { MigrationPlan, MigrationPreview, MigrationRow } from '../migration';
import { PHASE, type Token } from '../state';
import { stepKey } from '../step-keys';
import { taskAt } from '../tables';
import { TOUCH } from '../touch-log';
import { destination, unplaced } from './migrate-state';

/** What a migration would do to these leads at `now`, found out by doing it to a copy of each. */
export function previewMigration(
  inputs: readonly FoldInput[],
  plan: MigrationPlan,
  now: Instant
): MigrationPreview {
  const rows: MigrationRow[] = [];
  const unmapped = new Set<NodeId>();
  let untouched = 0;
  let stuck = 0;
  for (const input of inputs) {
    const to = input.programs.get(plan.to);
    const lead = leadRunsAt(input, now);
    for (const run of lead.runs) {
      if (!to || !run.running || run.program.version !== plan.from) {
        untouched++;
        continue;
      }
      const missing = unplaced(run.program, to, run.state, plan.map);
      for (const node of missing) unmapped.add(node);
      if (missing.length > 0) stuck++;
      rows.push(...rowsFor(input.lead.id, lead, run, to, plan, now, missing.length === 0));
    }
  }
  const count = (action: MigrationRow['action']): number =>
    rows.filter((row) => row.action === action).length;
  const counts = { keep: count('keep'), jump: count('jump'), exit: count('exit') };
  return { rows, counts, untouched, stuck, unmapped: [...unmapped] };
}

/** A position that has no place to go to has no row: nothing can be done to its enrollment. */
function rowsFor(
  leadId: LeadId,
  lead: LeadRuns,
  run: LeadRun,
  to: Program,
  { map }: MigrationPlan,
  now: Instant,
  possible: boolean
): readonly MigrationRow[] {
  if (!possible) return [];
  const { program, state, key } = run;
  const before = state.tokens.map((token) => ({ ...token }));
  const done = new Set(
    run.touches
      .filter(({ outcome }) => outcome === TOUCH.completed)
      .map(({ pc }) => program.nodes[pc])
  );
  const last = run.touches.findLast(({ outcome }) => outcome === TOUCH.completed)?.channel ?? -1;
  lead.migrate(run, to, map, now);
  return before.flatMap((token, index): MigrationRow[] => {
    if (!token.alive) return [];
    const node = program.nodes[token.pc] ?? '';
    const target = destination(node, map, to);
    const action = target === node ? 'keep' : target === 'exit' ? 'exit' : 'jump';
    const after = run.state.tokens[index];
    const rests = after?.alive && run.running ? after : null;
    return [
      {
        lead: leadId,
        enrollment: key,
        before: stepKey(program, token.pc, token.visit),
        action,
        after: action === 'exit' ? null : (to.nodes[rests?.pc ?? -1] ?? target),
        nextBefore: nextOf(token),
        nextAfter: rests ? nextOf(rests) : null,
        touchedTwice: action === 'jump' && rests !== null && again(to, rests, done, last)
      }
    ];
  });
}

/** When a task is due, or a wait is over. */
function nextOf({ phase, due }: Token): number | null {
  return phase === PHASE.task || phase === PHASE.wait || phase === PHASE.event ? due : null;
}

/** Whether a step reaches out as the last touch did, or was already made. */
function again(
  program: Program,
  { pc }: Token,
  done: ReadonlySet<NodeId | undefined>,
  last: number
): boolean {
  if (program.op[pc] !== OP.task || !taskAt(program, pc).contact) return false;
  const channel = channelIndex(taskAt(program, pc).channel);
  return done.has(program.nodes[pc]) || (isContactRow(channel) && channel === last);
}
