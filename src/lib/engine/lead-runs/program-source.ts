import type { CadenceId, Publication, Slug, VersionId } from '$lib/domain';
import type { Program } from '$lib/program';
import { compareText } from '../merge/order';

/** Which program an enrollment takes. */
export interface ProgramSource {
  /** The version last published at or before an instant; null: none, or it is not at hand. */
  latest(cadence: CadenceId, at: number): Program | null;
  version(id: VersionId): Program | null;
  /** Published cadences whose entry lists a signal, by id. */
  listening(signal: Slug, at: number): readonly CadenceId[];
}

/** Programs by what was published when; without publications each counts as published since ever. */
export function programSource(
  programs: ReadonlyMap<VersionId, Program>,
  publications?: readonly Publication[]
): ProgramSource {
  const byCadence = new Map<CadenceId, Publication[]>();
  for (const publication of publications ?? [...programs.values()].map(sinceEver)) {
    const known = byCadence.get(publication.cadence);
    if (known) known.push(publication);
    else byCadence.set(publication.cadence, [publication]);
  }
  function latest(cadence: CadenceId, at: number): Program | null {
    let best: Publication | null = null;
    for (const publication of byCadence.get(cadence) ?? [])
      if (publication.at <= at && (!best || isLater(publication, best))) best = publication;
    return best ? (programs.get(best.version) ?? null) : null;
  }
  function listening(signal: Slug, at: number): readonly CadenceId[] {
    return [...byCadence.keys()]
      .filter((cadence) => enrollsOn(latest(cadence, at), signal))
      .sort(compareText);
  }
  // What was published since ever listens to the same signals for ever.
  const listeners = publications ? null : new Map<Slug, readonly CadenceId[]>();
  return {
    latest,
    version: (id) => programs.get(id) ?? null,
    listening(signal, at) {
      const known = listeners?.get(signal);
      if (known) return known;
      const found = listening(signal, at);
      listeners?.set(signal, found);
      return found;
    }
  };
}

function sinceEver({ cadence, version }: Program): Publication {
  return { cadence, version, at: -Infinity };
}

function isLater(a: Publication, b: Publication): boolean {
  return a.at > b.at || (a.at === b.at && a.version > b.version);
}

function enrollsOn(program: Program | null, signal: Slug): boolean {
  return program?.entry.signals.some((index) => program.signals[index] === signal) ?? false;
}
