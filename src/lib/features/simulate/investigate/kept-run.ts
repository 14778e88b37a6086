import type { CadenceFile, Scenario } from '$lib/domain';
import type { Subject } from '$lib/worker/protocol';

/** A cadence and its assumptions as they were, kept to be compared with. */
export interface KeptRun {
  readonly id: string;
  readonly name: string;
  readonly subject: Subject;
}

/** Everything that now can be compared with: what was kept, and the file's other scenarios. */
export function comparable(
  kept: readonly KeptRun[],
  file: CadenceFile,
  scenario: string
): readonly KeptRun[] {
  const others = file.scenarios.filter(({ id }) => id !== scenario);
  return [
    ...kept.toReversed(),
    ...others.map(({ id, name }) => ({
      id: `scenario ${id}`,
      name: `Scenario: ${name}`,
      subject: { file, scenario: id }
    }))
  ];
}

/** The one subject on the leads of the other: as many, as often, of the same luck. */
export function onLeadsOf(subject: Subject, other: Subject): Subject {
  const { replications = 1, warmUp = 0 } = scenarioOf(other) ?? {};
  const scenarios = subject.file.scenarios.map((scenario) =>
    scenario.id === subject.scenario ? { ...scenario, replications, warmUp } : scenario
  );
  const { leads, seed } = other;
  return {
    ...subject,
    file: { ...subject.file, scenarios },
    ...(leads !== undefined && { leads }),
    ...(seed !== undefined && { seed })
  };
}

function scenarioOf({ file, scenario }: Subject): Scenario | undefined {
  return file.scenarios.find(({ id }) => id === scenario);
}

/** What is other now than when a run was kept, in a few words. */
export function changesSince(before: Subject, now: Subject): readonly string[] {
  const changes: string[] = [];
  const old = new Map(before.file.cadence.parameters.map((each) => [each.id, each]));
  for (const { id, name, duration } of now.file.cadence.parameters) {
    const was = old.get(id)?.duration;
    if (was && (was.amount !== duration.amount || was.unit !== duration.unit))
      changes.push(`${name || id}: ${was.amount} → ${duration.amount}`);
  }
  const people = (subject: Subject) => scenarioOf(subject)?.people ?? [];
  const had = new Map(people(before).map((each) => [each.id, each.count]));
  for (const { id, name, count } of people(now))
    if (had.get(id) !== count) changes.push(`${name}: ${had.get(id) ?? 0} → ${count}`);
  for (const { id, name } of people(before))
    if (!people(now).some((each) => each.id === id)) changes.push(`${name}: gone`);
  return changes;
}
