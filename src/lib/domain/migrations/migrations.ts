import { assert, fail, ok, type Result } from '$lib/util';
import type { Fault } from '../fault';

export type JsonObject = Readonly<Record<string, unknown>>;

/** Turns a file of format `from` into one of format `from + 1`. Never changed once released. */
export interface Migration {
  readonly from: number;
  readonly what: string;
  /** Returns a new value; a file too damaged to migrate is returned as it is, for the schema to refuse. */
  migrate(file: JsonObject): JsonObject;
}

export interface Migrations {
  readonly newest: number;
  readonly steps: readonly Migration[];
}

/** Declares the steps from format 1 to `newest`, in order; throws when one is missing or out of place. */
export function declareMigrations(newest: number, steps: readonly Migration[]): Migrations {
  assert(Number.isInteger(newest) && newest >= 1, 'formats are numbered from 1 on');
  assert(steps.length === newest - 1, `${newest - 1} migrations needed, ${steps.length} declared`);
  steps.forEach(({ from }, i) => {
    assert(from === i + 1, `migration ${i + 1} is declared as from format ${from}`);
  });
  return { newest, steps };
}

/** Brings a file of any known format to the newest one. */
export function migrate(file: unknown, migrations: Migrations): Result<JsonObject, Fault> {
  if (file === null || typeof file !== 'object' || Array.isArray(file)) {
    return fail({ path: '', message: 'The file is not a cadence: it must hold one object.' });
  }
  let current = file as JsonObject;
  const format = current['format'];
  if (format === undefined) {
    return fail({ path: 'format', message: 'is missing: this is not a cadence file' });
  }
  if (typeof format !== 'number' || !Number.isInteger(format) || format < 1) {
    return fail({ path: 'format', message: 'must be a whole number from 1 on' });
  }
  if (format > migrations.newest) {
    const known = `this one reads formats up to ${migrations.newest}`;
    const message = `is ${format}: the file was made with a newer version of the app (${known})`;
    return fail({ path: 'format', message });
  }
  for (const step of migrations.steps.slice(format - 1)) {
    current = { ...step.migrate(current), format: step.from + 1 };
  }
  return ok(current);
}
