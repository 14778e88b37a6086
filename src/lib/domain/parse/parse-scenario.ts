import { fail, type Result } from '$lib/util';
import type { Fault } from '../fault';
import type { Scenario } from '../scenario';
import { scenarioSchema } from '../schema/scenario';
import { parseJson } from './json';
import { check } from './parse-cadence';
import { walk } from './walk';

/** Reads one scenario from text, with every fault at its JSON path. */
export function parseScenario(text: string): Result<Scenario, readonly Fault[]> {
  const json = parseJson(text);
  if (!json.ok) return fail([json.error]);
  const unsafe = walk(json.value);
  return unsafe ? fail([unsafe]) : check(scenarioSchema, json.value);
}
