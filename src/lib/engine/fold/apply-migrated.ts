import type { MigratedEvent } from '$lib/domain';
import { refusal } from '../lead-runs/admission';
import { unplaced } from '../migrate/migrate-state';
import { unmetItem } from '../unmet';
import type { LeadFold } from './lead-fold';

/** The enrollment goes on under another version of its cadence. */
export function applyMigrated(fold: LeadFold, event: MigratedEvent, at: number): void {
  const run = fold.runningRecord(event)?.run;
  if (!run) return;
  const program = fold.input.programs.get(event.version);
  if (program?.cadence !== run.cadence)
    return fold.note('unknownVersion', event, { refusal: refusal('unknownVersion') });
  const nowhere = unplaced(run.program, program, run.state, event.map);
  if (nowhere.length > 0) {
    const unmet = nowhere.map((node) => unmetItem('field', node, node));
    return fold.note('refused', event, { refusal: refusal('unknownStep', { unmet }) });
  }
  fold.runs.migrate(run, program, event.map, at);
}
