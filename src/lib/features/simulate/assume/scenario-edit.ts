import { freeId, type CadenceFile, type Edit, type Scenario } from '$lib/domain';
import { patched, type Patch } from '$lib/util';

export type Person = NonNullable<Scenario['people']>[number];

/** Changes assumptions of one scenario, as one edit of the file. */
export function scenarioEdit(
  { scenarios }: CadenceFile,
  id: string,
  fields: Patch<Scenario>
): Edit {
  return {
    kind: 'setScenarios',
    scenarios: scenarios.map((each) => (each.id === id ? patched(each, fields) : each))
  };
}

/** People with one group changed; undefined takes an optional property away. */
export function changePerson(
  people: readonly Person[],
  id: string,
  fields: Patch<Person>
): readonly Person[] {
  return people.map((each) => (each.id === id ? patched(each, fields) : each));
}

/** People with one more group: one person of the first role that has nobody yet. */
export function addPerson(people: readonly Person[], roles: CadenceFile['cadence']['roles']) {
  const role = roles.find(({ id }) => people.every((each) => each.role !== id)) ?? roles[0];
  if (!role) return people;
  const id = freeId(
    people.map((each) => each.id),
    role.id
  );
  return [...people, { id, name: role.name, role: role.id, count: 1 }];
}
