import { defaultMap, previewMigration, type NodeMap } from '$lib/engine';
import type { MigrationReply, MigrationRequest } from '../protocol';
import type { CompiledCadences } from './compiled-cadences';
import { foldInputOf } from './fold-input';

/** What a migration would do, by the request's node map or by the one that is proposed (WRK-14). */
export function previewOf(
  { plan, leads, now, ...rest }: MigrationRequest,
  cadences: CompiledCadences
): MigrationReply {
  const map = plan.map ?? proposal(plan, rest.cadences, cadences);
  const inputs = leads.map((lead) => foldInputOf({ ...rest, ...lead }, cadences));
  return { ...previewMigration(inputs, { ...plan, map }, now), map };
}

/** Without either program there is nothing to map. */
function proposal(
  { from, to }: MigrationRequest['plan'],
  published: MigrationRequest['cadences'],
  cadences: CompiledCadences
): NodeMap {
  const programs = cadences.published(published);
  const [before, after] = [programs.get(from), programs.get(to)];
  return before && after ? defaultMap(before, after) : {};
}
