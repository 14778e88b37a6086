import { canonicalJson } from '$lib/util';
import type { CadenceFile } from '../file';
import type { Scenario } from '../scenario';
import { propertyName } from '../versions/property-words';
import { titleOf } from './edit-kind';

const NAMES: Partial<Record<keyof Scenario, string>> = {
  leads: 'number of leads',
  seed: 'seed',
  start: 'start of the simulation',
  queue: 'order of tasks',
  dealValue: 'value of a deal',
  warmUp: 'warm-up'
};

/** What replacing the scenarios is called: after the one assumption that changes, where there is one. */
export function scenarioLabel(file: CadenceFile, after: readonly Scenario[]): string {
  const before = file.scenarios;
  const added = after.filter(({ id }) => !before.some((old) => old.id === id));
  const removed = before.filter(({ id }) => !after.some((fresh) => fresh.id === id));
  if (added[0] && removed.length === 0) return `Add scenario ${added[0].name}`;
  if (removed[0] && added.length === 0) return `Delete scenario ${removed[0].name}`;
  const changed = after.flatMap((fresh) => {
    const old = before.find(({ id }) => id === fresh.id);
    return old && old !== fresh ? changedKeys(old, fresh).map((key) => ({ key, old, fresh })) : [];
  });
  const [only] = changed;
  if (!only || changed.length > 1) return 'Change assumptions';
  const { key, old, fresh } = only;
  if (key === 'name') return `Rename scenario ${old.name}`;
  if (key !== 'steps') return `Change ${NAMES[key as keyof Scenario] ?? propertyName(key)}`;
  const steps = changedKeys(old.steps, fresh.steps);
  const [step] = steps;
  return step !== undefined && steps.length === 1
    ? `Change assumptions about ${titleOf(file, step)}`
    : 'Change assumptions';
}

function changedKeys(before: object, after: object): readonly string[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  const at = (value: object, key: string) => (value as Readonly<Record<string, unknown>>)[key];
  return [...keys].filter((key) => {
    const [old, fresh] = [at(before, key), at(after, key)];
    if (old === undefined || fresh === undefined) return old !== fresh;
    return old !== fresh && canonicalJson(old) !== canonicalJson(fresh);
  });
}
