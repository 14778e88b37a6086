import type { FoldInput } from '$lib/engine';
import type { Model } from '../model/model';
import type { LeadLog } from './lead-log';
import { LeadFollowing } from './lead-following';

/**
 * The log of lead `index` (from 0) of a replication, run again: where leads share people with all those
 * that were there before it is over. Throws where there is no such lead.
 */
export function leadLog(model: Model, index: number, replication = 0): LeadLog {
  const following = new LeadFollowing(model, index, replication);
  following.run(Infinity);
  return following.log();
}

/** The log as the history of a lead, to be folded. */
export function historyOf(model: Model, { lead, leadKey, events }: LeadLog): FoldInput {
  const programs = [model, ...model.linked].map(({ program }) => program);
  return {
    lead,
    events,
    programs: new Map(programs.map((program) => [program.version, program])),
    invented: { leadKey }
  };
}
