import type { CompiledCalendar, WorkCalendar } from '$lib/calendar';
import { CalendarCache, HORIZON, compile, compileLinked, type CompileResult } from '$lib/compiler';
import { versionOf, type Cadence, type CadenceFile, type VersionId } from '$lib/domain';
import type { Program } from '$lib/program';

/** More versions than a lead, or a list of leads, is ever spread over. */
const LIMIT = 64;

/** Compiles, and remembers programs of published versions: those used last are kept. */
export class CompiledCadences {
  readonly #calendars = new CalendarCache();
  /** Null: a version with errors. Oldest use first. */
  readonly #programs = new Map<VersionId, Program | null>();

  /** A cadence under work, with what is known of the cadences beside it. */
  file({ cadence, linked }: CadenceFile): CompileResult {
    return compile(cadence, {
      linked: linked.map((each) => each.cadence),
      calendars: this.#calendars
    });
  }

  /** Programs of the cadences beside it, in the file's order; those with errors are left out. */
  linked(file: CadenceFile): readonly Program[] {
    return compileLinked(file, this.#calendars);
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
