import { describe, expect, it } from 'vitest';
import { applyEdit } from '$lib/domain';
import { fileOf, sixSteps } from '$tests/support/cadences';
import { scenarioFor } from '$tests/support/scenarios';
import { addPerson, changePerson, scenarioEdit } from './scenario-edit';

const cadence = sixSteps();
const file = fileOf(cadence, [
  scenarioFor(cadence),
  { ...scenarioFor(cadence), id: 'other', name: 'Other', dealValue: 5 }
]);
const roles = [
  { id: 'rep', name: 'Rep' },
  { id: 'boss', name: 'Boss' }
];

describe('edits of assumptions', () => {
  it('SIMUI-10 change one scenario and leave the others', () => {
    const applied = applyEdit(
      file,
      scenarioEdit(file, 'other', { dealValue: undefined, warmUp: 3 })
    );
    if (!applied.ok) throw new Error(applied.error.message);
    const [first, other] = applied.value.scenarios;
    expect(first).toEqual(file.scenarios[0]);
    expect(other).toEqual({ ...scenarioFor(cadence), id: 'other', name: 'Other', warmUp: 3 });
  });

  it('SIMUI-10 add people of a role that has none, under a name that is free', () => {
    const one = addPerson([], roles);
    expect(one).toEqual([{ id: 'rep', name: 'Rep', role: 'rep', count: 1 }]);
    const three = addPerson(addPerson(one, roles), roles);
    expect(three.map(({ id, role }) => [id, role])).toEqual([
      ['rep', 'rep'],
      ['boss', 'boss'],
      ['rep-2', 'rep']
    ]);
    expect(addPerson([], [])).toEqual([]);
  });

  it('SIMUI-10 change one group of people', () => {
    const people = addPerson(addPerson([], roles), roles);
    const changed = changePerson(people, 'boss', { count: 3, costPerHour: 80 });
    expect(changed[0]).toBe(people[0]);
    expect(changed[1]).toEqual({ ...people[1], count: 3, costPerHour: 80 });
    expect(changePerson(changed, 'boss', { costPerHour: undefined })[1]).toEqual({
      ...people[1],
      count: 3
    });
  });
});
