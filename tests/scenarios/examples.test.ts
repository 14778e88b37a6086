import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compile } from '$lib/compiler';
import {
  serializeCadenceFile,
  type ActionNode,
  type Cadence,
  type CadenceFile,
  type CadenceNode,
  type NodeId,
  type StepAssumption
} from '$lib/domain';
import { loadCadenceFile, readProjectFile } from '../support/files';
import { simulateFile } from '../support/simulate';

interface GalleryEntry {
  readonly file: string;
  readonly name: string;
  readonly description: string;
  readonly steps: number;
  readonly channels: readonly string[];
}

const FOLDER = 'static/examples';
/** True of some cadences, and no fault of theirs. */
const EXPECTED = new Set(['guard-versus-fast-exit', 'unbounded-path']);
const GALLERY = JSON.parse(readProjectFile(`${FOLDER}/index.json`)) as readonly GalleryEntry[];
const FILES = readdirSync(fileURLToPath(new URL(`../../${FOLDER}`, import.meta.url))).filter(
  (file) => file !== 'index.json'
);

function cadenceOf(file: string): Cadence {
  return loadCadenceFile(`${FOLDER}/${file}`).cadence;
}

function actionsOf(cadence: Cadence): readonly ActionNode[] {
  return cadence.nodes.filter((node) => node.kind === 'action');
}

/** Where a port leads. */
function follow(cadence: Cadence, from: NodeId, port: string): CadenceNode | undefined {
  const edge = cadence.edges.find((one) => one.from === from && one.port === port);
  return cadence.nodes.find(({ id }) => id === edge?.to);
}

/** The steps of a lead of whom nothing is heard; at a split those of the first case. */
function quietPath(cadence: Cadence): readonly CadenceNode[] {
  const path: CadenceNode[] = [];
  let at = cadence.nodes.find(({ kind }) => kind === 'entry');
  while (at && !path.includes(at)) {
    path.push(at);
    const { id }: CadenceNode = at;
    const first = at.kind === 'branch' && at.by.type === 'split' ? at.by.cases[0]?.id : undefined;
    const ports = [first ?? 'default', 'done', 'timeout', 'next'];
    at = ports.map((port) => follow(cadence, id, port)).find((node) => node !== undefined);
  }
  return path;
}

function channelsOf(path: readonly CadenceNode[]): readonly string[] {
  return path.flatMap((node) => (node.kind === 'action' ? node.channel : []));
}

/** Business days of each wait on the way. */
function gapsOf(cadence: Cadence, path: readonly CadenceNode[]): readonly number[] {
  return path.flatMap((node) => {
    if (node.kind !== 'wait') return [];
    const { until } = node;
    const delay =
      until.type === 'duration' ? until.delay : until.type === 'event' ? until.timeout : undefined;
    if (!delay) return [];
    const duration =
      'parameter' in delay
        ? cadence.parameters.find(({ id }) => id === delay.parameter)?.duration
        : delay;
    return duration?.unit === 'businessDays' ? duration.amount : NaN;
  });
}

/** The result of the exit behind a port, over a stage if need be. */
function resultBehind(cadence: Cadence, from: NodeId, port: string): string | undefined {
  const node = follow(cadence, from, port);
  if (node?.kind === 'stage') return resultBehind(cadence, node.id, 'next');
  return node?.kind === 'exit' ? node.result : undefined;
}

describe('the gallery', () => {
  it('lists every example, as it is', () => {
    expect(GALLERY.map(({ file }) => file).sort()).toEqual([...FILES].sort());
    for (const entry of GALLERY) {
      const cadence = cadenceOf(entry.file);
      const channels = [...new Set(actionsOf(cadence).map(({ channel }) => channel))];
      const { name, description } = cadence;
      const steps = actionsOf(cadence).length;
      expect(entry).toEqual({ file: entry.file, name, description, steps, channels });
    }
  });

  it('has a cadence of its own in each file', () => {
    expect(new Set(FILES.map((file) => cadenceOf(file).id)).size).toBe(FILES.length);
  });
});

describe.each(FILES)('%s', (name) => {
  const file = loadCadenceFile(`${FOLDER}/${name}`);
  const { cadence, scenarios, linked } = file;
  const actions = [cadence, ...linked.map((one) => one.cadence)].flatMap(actionsOf);

  it('is written in canonical form', () => {
    expect(readProjectFile(`${FOLDER}/${name}`)).toBe(serializeCadenceFile(file));
  });

  it('compiles, and nothing is told but what a person should know of its paths', () => {
    const known = linked.map(({ cadence: { id } }) => id);
    for (const each of [cadence, ...linked.map((one) => one.cadence)]) {
      const { program, diagnostics } = compile(each, { linked: known });
      expect(program).not.toBeNull();
      const told = diagnostics.filter(({ code }) => !EXPECTED.has(code));
      expect(told.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
    }
  });

  it('AC-A6 says of every step what to do, what to say, by whom and by when', () => {
    for (const step of actions) {
      expect(step.instruction, step.id).toBeTruthy();
      expect(step.script ?? step.template?.body, step.id).toBeTruthy();
      expect(step.role, step.id).toBeTruthy();
      expect(step.due, step.id).toBeTruthy();
      if (step.channel === 'call') expect(step.dispositions?.length, step.id).toBeGreaterThan(1);
    }
    const templates = actions.flatMap(({ template }) => template ?? []);
    for (const { body } of templates) expect(body).not.toMatch(/\{\{[^|}]*\}\}/);
    if (templates.length > 0) expect(templates.some(({ avoidWhen }) => avoidWhen)).toBe(true);
  });

  it('AC-A19 declares a goal with its metric', () => {
    expect(cadence.goal?.metric).toBeTruthy();
  });

  it('places every step, none upon another', () => {
    for (const { cadence: each, layout } of [file, ...linked]) {
      expect(Object.keys(layout.positions).sort()).toEqual(each.nodes.map(({ id }) => id).sort());
      const places = Object.values(layout.positions);
      for (const [i, a] of places.entries()) {
        for (const b of places.slice(i + 1)) {
          expect(Math.abs(a.x - b.x) >= 96 || Math.abs(a.y - b.y) >= 34).toBe(true);
        }
      }
    }
  });

  it('assumes something of every touch', () => {
    const [scenario] = scenarios;
    expect(scenario).toMatchObject({
      id: 'typical',
      leads: 10_000,
      seed: 1,
      start: '2026-01-05T09:00'
    });
    const assumed = assumedOf(file);
    for (const { id, channel, dispositions = [] } of actions) {
      const { outcomes = [], effort } = assumed[id] ?? {};
      const wanted = channel === 'approval' ? ['refused'] : [...dispositions];
      expect(outcomes.map(({ disposition }) => disposition).sort(), id).toEqual(wanted.sort());
      expect(outcomes.reduce((sum, { chance }) => sum + chance, 0)).toBeLessThanOrEqual(1 + 1e-9);
      expect(effort, id).toBeDefined();
    }
  });

  it('simulates: every exit is reached, and nobody goes in circles', () => {
    const { exits, otherEnds, unfinished, linked: others } = simulateFile(file, { leads: 4000 });
    expect(unfinished).toBe(0);
    const ends = [...exits, ...otherEnds].reduce((sum, { count }) => sum + count, 0);
    expect(ends).toBe(4000);
    for (const each of [{ exits }, ...others]) {
      expect(each.exits.filter(({ count }) => count === 0).map(({ name }) => name)).toEqual([]);
    }
    expect(others.map((each) => each.unfinished)).toEqual(others.map(() => 0));
  });
});

/** What the first scenario assumes, of the steps of linked cadences too. */
function assumedOf({ scenarios: [first] }: CadenceFile): Readonly<Record<NodeId, StepAssumption>> {
  const all = [first?.steps ?? {}, ...Object.values(first?.linked ?? {})];
  return Object.fromEntries(all.flatMap((steps) => Object.entries(steps)));
}

describe('what the examples are reconstructions of', () => {
  it('AC-B1 six-step is email, call, call, call, email, call and then moves on', () => {
    const cadence = cadenceOf('six-step-follow-up.json');
    const path = quietPath(cadence);
    expect(channelsOf(path)).toEqual(['email', 'call', 'call', 'call', 'email', 'call']);
    expect(path.at(-1)).toMatchObject({ kind: 'exit', result: 'unresponsive' });
  });

  it('AC-B3 the gaps of six-step are named parameters', () => {
    const cadence = cadenceOf('six-step-follow-up.json');
    const used = quietPath(cadence).flatMap((node) =>
      node.kind === 'wait' && node.until.type === 'duration' && 'parameter' in node.until.delay
        ? node.until.delay.parameter
        : []
    );
    expect(used).toEqual(['gap1', 'gap2', 'gap3', 'gap4', 'gap5']);
    expect(cadence.parameters.map(({ id }) => id)).toEqual(used);
  });

  it('AC-B4 AC-B5 every touch of six-step can end in an opportunity or a closed case', () => {
    const cadence = cadenceOf('six-step-follow-up.json');
    for (const { id } of actionsOf(cadence)) {
      expect(follow(cadence, id, 'interested')).toMatchObject({ kind: 'stage', probability: 70 });
      expect(resultBehind(cadence, id, 'interested')).toBe('qualified');
      expect(resultBehind(cadence, id, 'not-interested')).toBe('notInterested');
    }
  });

  it('AC-A27 inbound begins with a call, goes on every day or two, and stops when asked to', () => {
    const cadence = cadenceOf('inbound-prospecting.json');
    const path = quietPath(cadence);
    expect(channelsOf(path)).toEqual(['call', 'email', 'social', 'call']);
    expect(gapsOf(cadence, path)).toEqual([1, 1, 2]);
    const stops = cadence.handlers?.find(({ on }) => on.type === 'disposition')?.effect;
    expect(stops).toMatchObject({ type: 'exit', to: 'opted-out' });
  });

  it('AC-A28 outbound begins with an email and never makes two touches on a day', () => {
    const cadence = cadenceOf('outbound-qualification.json');
    const path = quietPath(cadence);
    expect(channelsOf(path)).toEqual(['email', 'call', 'email', 'call', 'email']);
    // The last is the time to answer the closing email.
    expect(gapsOf(cadence, path)).toEqual([3, 2, 3, 4, 3]);
  });

  it('AC-A29 branched goes another way after each outcome of the email and of the call', () => {
    const cadence = cadenceOf('branched-follow-up.json');
    const afterEmail = [
      follow(cadence, 'wait-reply', 'met'),
      follow(cadence, 'opened', 'read'),
      follow(cadence, 'opened', 'default')
    ];
    expect(new Set(afterEmail.map((node) => node?.id)).size).toBe(3);
    const branch = follow(cadence, 'call-1', 'done');
    const afterCall = ['spoke', 'mailbox', 'default'].map((port) =>
      follow(cadence, branch?.id ?? '', port)
    );
    expect(new Set(afterCall.map((node) => node?.id)).size).toBe(3);
    expect(resultBehind(cadence, 'call-1', 'not-interested')).toBe('notInterested');
  });

  it('AC-A21 branched has another email for the north', () => {
    const cadence = cadenceOf('branched-follow-up.json');
    const [north, other] = ['north', 'default'].map((port) => follow(cadence, 'region', port));
    expect(north).toMatchObject({ kind: 'action', channel: 'email' });
    expect(other).toMatchObject({ kind: 'action', channel: 'email' });
    expect(north?.id).not.toBe(other?.id);
  });
});
