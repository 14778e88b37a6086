import {
  isLocalDateTime,
  type Cadence,
  type LeadField,
  type RealLead,
  type Scalar
} from '$lib/domain';
import { fail, ok, type Result } from '$lib/util';
import { badInput, type Refusal } from '../refusal';
import type { Terminal } from '../terminal';
import { readText } from './cadence-file';
import { readCsv, type CsvRow } from './csv';

const ARRIVES = 'arrives';
const SEGMENT = 'segment';
const MOST_FAULTS = 20;

/** Fields that leads may have whatever the cadence says: its engine knows them by itself. */
const ALWAYS: readonly LeadField[] = ['timezone', 'email', 'phone'].map((id) => ({
  id,
  name: id,
  type: 'text'
}));

/** Real leads from a table: when they arrive, their segment if they have one, and their fields. */
export function readLeads(
  path: string,
  cadence: Cadence,
  terminal: Terminal
): Result<readonly RealLead[], Refusal> {
  const text = readText(path, terminal);
  if (!text.ok) return text;
  const rows = readCsv(text.value);
  if ('message' in rows) return fail(badInput(`${path}, line ${rows.line}: ${rows.message}`));
  const [head, ...rest] = rows;
  if (!head) return fail(badInput(`${path} is empty.`));
  const columns = columnsOf(head, [...cadence.fields, ...ALWAYS]);
  if (typeof columns === 'string') return fail(badInput(`${path}, line ${head.line}: ${columns}`));
  if (rest.length === 0) return fail(badInput(`${path} has no leads below its head.`));
  const faults: string[] = [];
  const leads = rest.map((row) => leadOf(row, columns, faults));
  if (faults.length === 0) return ok(leads);
  const more = faults.length - MOST_FAULTS;
  const shown = faults.slice(0, MOST_FAULTS).map((fault) => `  ${fault}\n`);
  const last = more > 0 ? `  … and ${more} more\n` : '';
  const refusal = badInput(`${path} has rows that are wrong:`);
  return fail({ ...refusal, message: refusal.message + shown.join('') + last });
}

type Column = typeof ARRIVES | typeof SEGMENT | LeadField;

function columnsOf({ cells }: CsvRow, fields: readonly LeadField[]): readonly Column[] | string {
  const names = cells.map((cell) => cell.trim());
  const twice = names.find((name, place) => names.indexOf(name) !== place);
  if (twice !== undefined) return `the column "${twice}" is there twice`;
  if (!names.includes(ARRIVES)) return `there is no column "${ARRIVES}"`;
  const columns: Column[] = [];
  for (const name of names) {
    const field = fields.find(({ id }) => id === name);
    if (name === ARRIVES || name === SEGMENT) columns.push(name);
    else if (field) columns.push(field);
    else {
      const known = fields.map(({ id }) => id).join(', ');
      return `the cadence knows no field "${name}". Columns can be ${ARRIVES}, ${SEGMENT}, ${known}.`;
    }
  }
  return columns;
}

function leadOf({ line, cells }: CsvRow, columns: readonly Column[], faults: string[]): RealLead {
  const fields: Record<string, Scalar> = {};
  let at = '';
  let segment = '';
  if (cells.length !== columns.length)
    faults.push(`line ${line}: has ${cells.length} cells, the head has ${columns.length}`);
  columns.forEach((column, place) => {
    const cell = (cells[place] ?? '').trim();
    if (column === ARRIVES) at = cell.replace(' ', 'T');
    else if (column === SEGMENT) segment = cell;
    else if (cell !== '') {
      const value = valueOf(cell, column);
      if (value === undefined)
        faults.push(`line ${line}: ${column.id} ${mustBe(column)}, not "${cell}"`);
      else fields[column.id] = value;
    }
  });
  if (!isLocalDateTime(at))
    faults.push(`line ${line}: ${ARRIVES} must be like 2026-01-05T09:00, not "${at}"`);
  return { at, fields, ...(segment === '' ? {} : { segment }) };
}

function valueOf(cell: string, { type, choices }: LeadField): Scalar | undefined {
  switch (type) {
    case 'number':
      return /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(cell) ? Number(cell) : undefined;
    case 'boolean':
      return cell === 'true' ? true : cell === 'false' ? false : undefined;
    case 'date':
      return isLocalDateTime(`${cell}T00:00`) ? cell : undefined;
    case 'choice':
      return choices && !choices.includes(cell) ? undefined : cell;
    case 'text':
      return cell;
  }
}

function mustBe({ type, choices = [] }: LeadField): string {
  switch (type) {
    case 'number':
      return 'must be a number';
    case 'boolean':
      return 'must be true or false';
    case 'date':
      return 'must be a date like 2026-01-05';
    default:
      return `must be one of ${choices.join(', ')}`;
  }
}
