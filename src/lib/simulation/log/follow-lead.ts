import { hashText, type FoldInput } from '$lib/engine';
import { present } from '$lib/util';
import { Draws } from '../chance/draw';
import { arrivalOf } from '../lead/arrival';
import { lifeOf } from '../lead/life-of';
import type { Model } from '../model/model';
import { SharedRun } from '../people/shared-run';
import { Tally } from '../statistics/tally';
import type { LeadLog } from './lead-log';
import { LeadWriter } from './lead-writer';

/** Leads run between two looks at the one that is followed. */
const STRIDE = 16;

/**
 * The log of lead `index` (from 0) of a replication, run again: where leads share people with all those
 * that were there before it is over. Throws where there is no such lead.
 */
export function leadLog(model: Model, index: number, replication = 0): LeadLog {
  if (index < 0 || index >= model.leads) throw new RangeError(`there is no lead ${index}`);
  if (replication < 0 || replication >= model.replications)
    throw new RangeError(`there is no replication ${replication}`);
  const writer = new LeadWriter();
  if (model.staff) followShared(model, index, replication, writer);
  else follow(model, index, replication, writer);
  const arrival = present(writer.arrival, 'lead that was followed');
  const segment = model.segments[arrival.segment];
  return {
    index,
    replication,
    segment: segment && segment.id !== '' ? segment.id : null,
    lead: { id: leadId(model, index, replication), fields: arrival.fields },
    leadKey: arrival.leadKey,
    arrived: arrival.at,
    ended: writer.ended,
    entries: writer.entries,
    events: writer.events,
    traces: writer.traces
  };
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

function follow(model: Model, index: number, replication: number, follower: LeadWriter): void {
  const tally = new Tally(model);
  const draws = new Draws(model.seed, replication);
  draws.lead(index);
  const arrival = { ...arrivalOf(model, draws, index, tally, replication), follower };
  follower.arrives(arrival);
  const life = lifeOf(model, tally, draws, null);
  life.begin(arrival);
  life.proceed(Infinity);
  follower.leaves(life.end());
}

function followShared(
  model: Model,
  index: number,
  replication: number,
  follower: LeadWriter
): void {
  const share = { replication, from: 0, to: model.leads };
  const staff = present(model.staff, 'people that leads share');
  const run = new SharedRun(model, staff, share, new Tally(model), { lead: index, follower });
  while (!follower.isOver && !run.run(STRIDE));
}

/** An id of its own for each lead of a simulation, like those of real leads. */
function leadId({ seed }: Model, index: number, replication: number): string {
  const digits = (value: number) => value.toString(32).padStart(7, '0');
  return `000000000000${digits(hashText(`${seed}/${replication}`) >>> 0)}${digits(index)}`
    .replaceAll('i', 'w')
    .replaceAll('l', 'x')
    .replaceAll('o', 'y')
    .replaceAll('u', 'z');
}
