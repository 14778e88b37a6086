import { isSlug, parseScenario, type CadenceFile, type Scenario } from '$lib/domain';
import { fail, ok, type Result } from '$lib/util';
import { badInput, type Refusal } from '../refusal';
import type { Terminal } from '../terminal';
import { readText } from './cadence-file';

/** The scenario that an argument names: one of the file's, by its id, or a file with one. */
export function readScenario(
  { scenarios }: CadenceFile,
  name: string | null,
  terminal: Terminal
): Result<Scenario, Refusal> {
  const found = name === null ? scenarios[0] : scenarios.find(({ id }) => id === name);
  if (found) return ok(found);
  if (name === null) return fail(badInput('The file has no scenario.'));
  if (isSlug(name)) {
    const ids = scenarios.map(({ id }) => id).join(', ') || 'none';
    return fail(badInput(`The file has no scenario "${name}". It has: ${ids}.`));
  }
  const text = readText(name, terminal);
  if (!text.ok) return text;
  const scenario = parseScenario(text.value);
  return scenario.ok ? scenario : fail(badInput(`${name} is not a scenario:`, scenario.error));
}
