import { readdirSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { SimulationResult } from '$lib/simulation';
import { loadCadenceFile } from '$tests/support/files';
import { simulateFile } from '$tests/support/simulate';
import { simulateCadence } from '$tests/support/simulate-cadence';
import { sixSteps } from '$tests/support/cadences';
import schema from './result.schema.json';

const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);

function faultsOf(result: unknown): readonly string[] {
  validate(JSON.parse(JSON.stringify(result)));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const examples = readdirSync('static/examples').filter(
  (name) => name.endsWith('.json') && name !== 'index.json'
);

describe('the schema of results', () => {
  it.each(examples)('SIM-82 holds for %s', (name) => {
    const result = simulateFile(loadCadenceFile(`static/examples/${name}`), { leads: 300 });
    expect(faultsOf(result)).toEqual([]);
  });

  it('SIM-82 holds for money, segments and a single lead', () => {
    const segment = { weight: 1, fields: {} };
    const result = simulateCadence(sixSteps(), {
      leads: 1,
      dealValue: 100,
      segments: [
        { id: 'a', name: 'A', ...segment },
        { id: 'b', name: 'B', ...segment }
      ]
    });
    expect(result.money).not.toBeNull();
    expect(result.segments).toHaveLength(2);
    expect(faultsOf(result)).toEqual([]);
  });

  it('SIM-82 names every member, and allows no other', () => {
    const result = simulateCadence(sixSteps(), { leads: 10 });
    for (const member of Object.keys(result)) {
      const without = { ...result, [member]: undefined };
      expect(faultsOf(without)).toEqual([` must have required property '${member}'`]);
    }
    const more: SimulationResult & { readonly more: number } = { ...result, more: 1 };
    expect(faultsOf(more)).toEqual([' must NOT have additional properties']);
    expect(faultsOf({ ...result, leads: -1 })).toEqual(['/leads must be >= 0']);
  });
});
