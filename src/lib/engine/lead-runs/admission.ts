import { addDelay } from '$lib/calendar';
import type { Scalar, Slug } from '$lib/domain';
import type { Program } from '$lib/program';
import { createState } from '../create-state';
import type { Refusal, RefusalCode, Unmet } from '../refusal';
import { STATUS } from '../state';
import { unmetItem, unmetRequirements } from '../unmet';
import type { LeadRun } from './lead-run';
import { signalRows } from './signals';
import { touchesOfOthers } from './touches';

/** What enrollment looks at of the lead. */
export interface Applicant {
  readonly optedOut: boolean;
  readonly fields: Readonly<Record<string, Scalar>>;
  /** In order of beginning. */
  readonly runs: readonly LeadRun[];
  /** When it was last seen to do something, by signal. */
  readonly signals: ReadonlyMap<Slug, number>;
  /** Whether lead data are looked at; invented leads have what is needed. */
  readonly checksData: boolean;
}

export function refusal(
  code: RefusalCode,
  rest: { unmet?: readonly Unmet[]; from?: number | null } = {}
): Refusal {
  return { code, unmet: rest.unmet ?? [], open: [], from: rest.from ?? null };
}

/**
 * Why the lead may not be enrolled now; null: it may (ENG-80). In order: opted out, entries closed,
 * unknown version, lead data and criteria, re-entry, exclusivity.
 */
export function enrollmentRefusal(
  lead: Applicant,
  program: Program | null,
  entriesClosed: boolean,
  at: number
): Refusal | null {
  if (lead.optedOut) return refusal('optedOut');
  if (entriesClosed) return refusal('entriesStopped');
  if (!program) return refusal('unknownVersion');
  return notEligible(lead, program, at) ?? reEntry(lead, program, at) ?? excluded(lead, program);
}

function notEligible(lead: Applicant, program: Program, at: number): Refusal | null {
  if (!lead.checksData) return null;
  const { entry } = program;
  const unmet: Unmet[] = entry.requiredFields
    .filter((field) => !isFilled(lead.fields, field))
    .map((field) =>
      unmetItem('field', field, program.fields.find(({ id }) => id === field)?.name ?? field)
    );
  unmet.push(...unmetCriteria(lead, program, at));
  return unmet.length > 0 ? refusal('notEligible', { unmet }) : null;
}

function isFilled(fields: Readonly<Record<string, Scalar>>, field: string): boolean {
  const value = Object.hasOwn(fields, field) ? fields[field] : null;
  return value !== undefined && value !== null && value !== '';
}

function unmetCriteria(lead: Applicant, program: Program, at: number): readonly Unmet[] {
  const { criteria: when, criteriaText: text } = program.entry;
  if (!when) return [];
  const state = createState(program);
  state.startedAt = at;
  state.fields = lead.fields;
  state.history = touchesOfOthers(lead.runs, null);
  state.otherSignals = signalRows(program, lead.signals);
  state.enrollment = 1 + lead.runs.filter(({ cadence }) => cadence === program.cadence).length;
  const criteria = { id: 'criteria', text, when, source: 'step', servedBy: [] } as const;
  return unmetRequirements(program, state, [criteria], at).map((one) => ({
    ...one,
    source: 'criteria'
  }));
}

function reEntry({ runs }: Applicant, program: Program, at: number): Refusal | null {
  const { reEntry: policy, reEntryAfter } = program.entry;
  if (runs.length === 0) return null;
  const earlier = runs.filter(({ cadence }) => cadence === program.cadence);
  const last = earlier[earlier.length - 1];
  if (!last) return null;
  if (policy === 'never') return refusal('reEntry');
  if (policy === 'afterExit' && earlier.some(isGoingOn)) return refusal('reEntry');
  if (!reEntryAfter || isGoingOn(last)) return null;
  const from = addDelay(program.calendar, last.state.endedAt, reEntryAfter);
  return at < from ? refusal('reEntry', { from }) : null;
}

function excluded({ runs }: Applicant, program: Program): Refusal | null {
  if (runs.length === 0) return null;
  const others = runs.filter(isGoingOn).map((run) => run.program.exclusivity);
  const none =
    program.exclusivity === 'all'
      ? others.length === 0
      : !others.includes('all') &&
        !(program.exclusivity === 'exclusive' && others.includes('exclusive'));
  return none ? null : refusal('excluded');
}

/** A frozen run has not ended: nobody knows what it will be. */
function isGoingOn({ state, runaway }: LeadRun): boolean {
  return state.status === STATUS.running && !runaway;
}
