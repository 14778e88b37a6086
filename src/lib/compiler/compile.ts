import type { Cadence } from '$lib/domain';
import type { Program } from '$lib/program';
import { resolve, type Linked } from './1-resolve/resolve';
import { diagnoseCalendar } from './2-check/calendar';
import { check } from './2-check/check';
import { checkHours } from './2-check/hours';
import { checkLimits } from './2-check/limits';
import { lower } from './3-lower/lower';
import { analyzePaths } from './analysis/analyze-paths';
import type { PathAnalysis } from './analysis/path-analysis';
import { CalendarCache, type Horizon } from './calendar-cache';
import { calendarTable } from './calendar-table';
import type { Diagnostic } from './diagnostics/diagnostic';

export interface CompileOptions {
  /** The time that working hours are computed for; outside it a program cannot run. */
  readonly horizon?: Horizon;
  /**
   * The cadences that can be handed over to, whole or by their ids; absent, such names are not checked.
   * What the two sides of a handoff have in common is checked of whole ones.
   */
  readonly linked?: readonly Linked[];
  /** Keeps compiled calendars from one call to the next. */
  readonly calendars?: CalendarCache;
}

export interface CompileResult {
  /** Errors first, then warnings, then hints; each in the order of the steps. */
  readonly diagnostics: readonly Diagnostic[];
  /** Null when there are errors. */
  readonly program: Program | null;
  /** How long its paths are; null when there are errors. */
  readonly analysis: PathAnalysis | null;
}

/** From 2020 to the end of 2039, UTC. */
export const HORIZON: Horizon = { from: Date.UTC(2020, 0, 1), to: Date.UTC(2040, 0, 1) };

const RANK = { error: 0, warning: 1, info: 2 } as const;

/** What is wrong with a cadence and, when no error is, its program. Never throws for a parsed file. */
export function compile(cadence: Cadence, options: CompileOptions = {}): CompileResult {
  const { horizon = HORIZON, linked, calendars = new CalendarCache() } = options;
  const resolved = resolve(cadence, linked);
  const table = calendarTable(cadence, horizon, calendars);
  const closed = table.bad.map((one) => diagnoseCalendar(one.calendar, one.reason, one.field));
  const hours = closed.length === 0 ? checkHours(resolved, table) : [];
  const found = [...check(resolved), ...hours, ...closed];
  if (found.some(({ severity }) => severity === 'error')) {
    return { diagnostics: found.sort(bySeverity), program: null, analysis: null };
  }
  const analysis = analyzePaths(resolved);
  const diagnostics = [...found, ...checkLimits(analysis, resolved)].sort(bySeverity);
  return { diagnostics, program: lower(resolved, table), analysis };
}

function bySeverity(a: Diagnostic, b: Diagnostic): number {
  return RANK[a.severity] - RANK[b.severity];
}
