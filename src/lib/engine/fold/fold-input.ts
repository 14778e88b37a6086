import type { CompiledCalendar } from '$lib/calendar';
import type { CadenceControl, Lead, LeadEvent, Publication, VersionId } from '$lib/domain';
import type { Program } from '$lib/program';

export interface FoldInput {
  /** The lead as it was before its first event. */
  readonly lead: Lead;
  /** In any order; the same event may come several times. */
  readonly events: readonly LeadEvent[];
  /** The programs that enrollments are pinned to or may come to; each carries its calendars. */
  readonly programs: ReadonlyMap<VersionId, Program>;
  /** What was published when; without it every program counts as published since ever. */
  readonly publications?: readonly Publication[];
  readonly controls?: readonly CadenceControl[];
  /** Working hours of people, by the name that `reassigned` events carry. */
  readonly people?: ReadonlyMap<string, CompiledCalendar>;
  /** The lead is made up: it has all data that are asked for, and this key for its splits (ENG-78). */
  readonly invented?: { readonly leadKey: number };
}
