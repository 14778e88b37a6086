import { versionOf, type Cadence, type Publication } from '$lib/domain';
import type { FoldInput } from '$lib/engine';
import type { LeadRequest } from '../protocol';
import type { CompiledCadences } from './compiled-cadences';

/** What the engine folds, of what was asked: cadences compiled, and published if nobody says when. */
export function foldInputOf(
  request: Omit<LeadRequest, 'now'>,
  compiled: CompiledCadences
): FoldInput {
  const { lead, events, cadences, publications, controls = [], people = {} } = request;
  return {
    lead,
    events,
    programs: compiled.published(cadences),
    publications: publications ?? cadences.map(publishedSinceEver),
    controls,
    people: compiled.people(people)
  };
}

/** Without dates every cadence at hand counts as published since ever (WRK-12). */
function publishedSinceEver(cadence: Cadence): Publication {
  return { cadence: cadence.id, version: versionOf(cadence), at: -Infinity };
}
