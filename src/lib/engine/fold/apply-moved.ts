import type { MovedEvent } from '$lib/domain';
import type { Program } from '$lib/program';
import { refusal } from '../lead-runs/admission';
import { refusalOf } from '../refusals';
import type { LeadFold } from './lead-fold';

/** A person moved the run, by a move of the cadence or to an exit on offer. */
export function applyMoved(fold: LeadFold, event: MovedEvent, at: number): void {
  const run = fold.runningRecord(event)?.run;
  if (!run) return;
  const { program, state } = run;
  const { checklist } = event;
  const to = program.nodes.indexOf(event.to);
  const input = { type: 'move', at, to, ...(checklist ? { checklist } : {}) } as const;
  const refused = isKnown(program, event)
    ? refusalOf(program, state, input)
    : refusal('unknownMove');
  if (refused) fold.note('refused', event, { refusal: refused });
  else fold.runs.apply(run, input);
}

function isKnown({ nodes, moves }: Program, { move, to }: MovedEvent): boolean {
  if (move === undefined) return nodes.includes(to);
  return moves.some((one) => one.id === move && nodes[one.to] === to);
}
