import type { SimulationResult, StepCount } from '$lib/simulation';

type Cell = string | number;

const COLUMNS: readonly (readonly [string, (step: StepCount) => Cell])[] = [
  ['node', ({ node }) => node],
  ['name', ({ name }) => name],
  ['kind', ({ kind }) => kind],
  ['channel', ({ channel }) => channel ?? ''],
  ['reached', ({ reached }) => reached],
  ['visits', ({ visits }) => visits],
  ['left', ({ left }) => left],
  ['touches', ({ touches }) => touches],
  ['waiting_minutes', ({ waiting }) => waiting / 60_000],
  ['effort_minutes', ({ effort }) => effort / 60_000],
  ['idle_minutes', ({ idle }) => idle / 60_000],
  ['late', ({ late }) => late],
  ['skipped', ({ skipped }) => skipped],
  ['refused', ({ refused }) => refused],
  ['held', ({ held }) => held]
];

/** The steps of a result as a table for spreadsheets (RFC 4180); times are sums over all leads. */
export function stepsCsv({ steps }: SimulationResult): string {
  const rows = steps.map((step) => COLUMNS.map(([, read]) => cell(read(step))).join(','));
  return [COLUMNS.map(([name]) => name).join(','), ...rows, ''].join('\r\n');
}

/** Quoted where it must be; a text that a spreadsheet would take for a formula is told to be text. */
function cell(value: Cell): string {
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
