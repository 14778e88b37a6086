import { readdirSync } from 'node:fs';
import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { serializeCadenceFile, type Cadence } from '$lib/domain';
import { fileOf, sixSteps } from '$tests/support/cadences';
import { scenarioFor } from '$tests/support/scenarios';
import { cli } from './cli';
import { COMMANDS } from './commands/commands';
import compare from './compare.schema.json';
import { helpOf } from './help';
import optimize from './optimize.schema.json';
import sensitivity from './sensitivity.schema.json';

const SCHEMAS = { compare, optimize, sensitivity } as const;
type Name = keyof typeof SCHEMAS;

const ajv = new Ajv2020({ allErrors: true });

function faultsOf(name: Name, result: unknown): readonly string[] {
  const validate = ajv.compile(SCHEMAS[name] as AnySchemaObject);
  void validate(JSON.parse(JSON.stringify(result)));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const six = sixSteps();
const cadence: Cadence = {
  ...six,
  nodes: six.nodes.map((node) =>
    node.kind === 'action' && node.channel === 'call' ? { ...node, role: 'rep' } : node
  )
};
const people = [{ id: 'reps', name: 'Reps', role: 'rep', count: 1 }];
const file = fileOf(cadence, [
  scenarioFor(cadence, { leads: 80, dealValue: 100 }),
  scenarioFor(cadence, { id: 'staffed', leads: 40, people })
]);

/** What the command line prints, every look at the clock taking a second. */
async function printed(args: readonly string[]): Promise<Record<string, unknown>> {
  const out: string[] = [];
  let seconds = 0;
  const status = await cli(['six.json', ...args, '--json'], {
    readFile: () => serializeCadenceFile(file),
    print: (text) => out.push(text),
    complain: (text) => out.push(text),
    now: () => 1000 * seconds++,
    cores: 1,
    memory: () => 100,
    threads: null
  });
  if (status !== 0) throw new Error(out.join(''));
  return JSON.parse(out.join('')) as Record<string, unknown>;
}

const COMPARE = ['--compare', 'six.json,gap1=4 bd'];
const OPTIMIZE = ['--optimize', 'gap1=1..3 bd', '--goal', 'elapsed'];
const SENSITIVITY = ['--sensitivity', '--only', 'steps.call-1', '--only', 'parameters'];

describe('the schemas of experiments', () => {
  it.each<[Name, readonly string[]]>([
    ['compare', COMPARE],
    ['compare', [...COMPARE, '--scenario', 'staffed']],
    ['compare', [...COMPARE, '--leads', '1']],
    ['compare', [...COMPARE, '--leads', '3000', '--budget', '0']],
    ['optimize', OPTIMIZE],
    ['optimize', [...OPTIMIZE, '--subject-to', 'touches<=4', '--subject-to', 'elapsed p90<=9 d']],
    ['optimize', [...OPTIMIZE, '--leads', '500', '--budget', '1']],
    ['optimize', ['--scenario', 'staffed', '--optimize', 'people.reps.count=0..2']],
    ['sensitivity', SENSITIVITY],
    ['sensitivity', ['--scenario', 'staffed', '--sensitivity', '--goal', 'cycle']],
    ['sensitivity', [...SENSITIVITY, '--leads', '3000', '--budget', '0']]
  ])('CLI-11 of --%s holds for %j', async (name, args) => {
    expect(faultsOf(name, await printed(args))).toEqual([]);
  });

  it.each<[Name, readonly string[]]>([
    ['compare', COMPARE],
    ['optimize', OPTIMIZE],
    ['sensitivity', SENSITIVITY]
  ])('CLI-11 of --%s names every member, and allows no other', async (name, args) => {
    const result = await printed(args);
    for (const member of Object.keys(result))
      expect(faultsOf(name, { ...result, [member]: undefined })).toEqual([
        ` must have required property '${member}'`
      ]);
    expect(faultsOf(name, { ...result, more: 1 })).toEqual([
      ' must NOT have additional properties'
    ]);
    expect(faultsOf(name, { ...result, leads: -1 })).toEqual(['/leads must be >= 0']);
  });

  it('CLI-11 the help says where all schemas are', () => {
    const there = readdirSync('src/cli').filter((name) => name.endsWith('.schema.json'));
    const told = [...helpOf(COMMANDS).matchAll(/src\/cli\/[\w.]+\.json/g)].map(([path]) => path);
    expect(told.toSorted()).toEqual(there.map((name) => `src/cli/${name}`).toSorted());
  });
});
