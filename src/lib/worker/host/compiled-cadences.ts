import type { CompiledCalendar, WorkCalendar } from '$lib/calendar';
import { CalendarCache, HORIZON, compile, compileLinked, type CompileResult } from '$lib/compiler';
import { versionOf, type Cadence, type CadenceFile, type VersionId } from '$lib/domain';
import type { Program } from '$lib/program';

/** More versions than a lead, or a list of leads, is ever spread over. */
const LIMIT = 64;
/** Files that are worked on, or compared, at one time. */
const FILES = 4;

interface CompiledFile {
  readonly text: string;
  readonly compiled: CompileResult;
  linked: readonly Program[] | null;
}

/** Compiles, and remembers programs of published versions: those used last are kept. */
export class CompiledCadences {
  readonly #calendars = new CalendarCache();
  /** Used last first. */
  #files: readonly CompiledFile[] = [];
  /** Null: a version with errors. Oldest use first. */
  readonly #programs = new Map<VersionId, Program | null>();

  /** A cadence under work, with what is known of the cadences beside it. */
  file(file: CadenceFile): CompileResult {
    return this.#file(file).compiled;
  }

  /** Programs of the cadences beside it, in the file's order; those with errors are left out. */
  linked(file: CadenceFile): readonly Program[] {
    const known = this.#file(file);
    known.linked ??= compileLinked(file, this.#calendars);
    return known.linked;
  }

  /** The programs of published cadences by version; those with errors are left out (WRK-11). */
  published(cadences: readonly Cadence[]): ReadonlyMap<VersionId, Program> {
    const programs = new Map<VersionId, Program>();
    for (const cadence of cadences) {
      const version = versionOf(cadence);
      const program = this.#remembered(version, cadence);
      if (program) programs.set(version, program);
    }
    return programs;
  }

  /** Working hours by person; whoever's cannot be read is left out and keeps those of the role. */
  people(hours: Readonly<Record<string, WorkCalendar>>): ReadonlyMap<string, CompiledCalendar> {
    const people = new Map<string, CompiledCalendar>();
    for (const [name, calendar] of Object.entries(hours)) {
      const compiled = this.#calendars.compile(calendar, HORIZON);
      if (compiled.ok) people.set(name, compiled.value);
    }
    return people;
  }

  /** Compiled once while nothing that matters to it changes. */
  #file({ cadence, linked }: CadenceFile): CompiledFile {
    const text = JSON.stringify([cadence, linked.map((each) => each.cadence)]);
    const known = this.#files.find((each) => each.text === text) ?? {
      text,
      compiled: compile(cadence, {
        linked: linked.map((each) => each.cadence),
        calendars: this.#calendars
      }),
      linked: null
    };
    this.#files = [known, ...this.#files.filter((each) => each !== known)].slice(0, FILES);
    return known;
  }

  #remembered(version: VersionId, cadence: Cadence): Program | null {
    const known = this.#programs.get(version);
    const { program } =
      known === undefined ? compile(cadence, { calendars: this.#calendars }) : { program: known };
    this.#programs.delete(version);
    this.#programs.set(version, program);
    const [oldest] = this.#programs.keys();
    if (this.#programs.size > LIMIT && oldest !== undefined) this.#programs.delete(oldest);
    return program;
  }
}
