import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compile } from '$lib/compiler';
import {
  serializeCadenceFile,
  type ActionNode,
  type Cadence,
  type CadenceNode,
  type NodeId
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
    const ports = [first ?? 'default', 'done', 'next'];
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
    if (node.kind !== 'wait' || node.until.type !== 'duration') return [];
    const { delay } = node.until;
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
  const { cadence, layout, scenarios } = file;

  it('is written in canonical form', () => {
    expect(readProjectFile(`${FOLDER}/${name}`)).toBe(serializeCadenceFile(file));
  });

  it('compiles without a word of complaint', () => {
    expect(compile(cadence).diagnostics).toEqual([]);
  });

  it('AC-A6 says of every step what to do, what to say and what may come of it', () => {
    for (const step of actionsOf(cadence)) {
      expect(step.instruction, step.id).toBeTruthy();
      expect(step.script ?? step.template?.body, step.id).toBeTruthy();
      expect(step.role, step.id).toBeTruthy();
      expect(step.due, step.id).toBeTruthy();
      expect(step.dispositions?.length, step.id).toBeGreaterThan(1);
    }
    const templates = actionsOf(cadence).flatMap(({ template }) => template ?? []);
    expect(templates.some(({ avoidWhen }) => avoidWhen)).toBe(true);
  });

  it('AC-A19 declares a goal with its metric', () => {
    expect(cadence.goal?.metric).toBeTruthy();
  });

  it('places every step, none upon another', () => {
    expect(Object.keys(layout.positions).sort()).toEqual(cadence.nodes.map(({ id }) => id).sort());
    const places = Object.values(layout.positions);
    for (const [i, a] of places.entries()) {
      for (const b of places.slice(i + 1)) {
        expect(Math.abs(a.x - b.x) >= 96 || Math.abs(a.y - b.y) >= 34).toBe(true);
      }
    }
  });

  it('assumes something of every touch, and lets leads reach every exit', () => {
    const [scenario] = scenarios;
    expect(scenario).toMatchObject({ leads: 10_000, seed: 1, start: '2026-01-05T09:00' });
    for (const { id, dispositions } of actionsOf(cadence)) {
      const { outcomes = [], effort } = scenario?.steps[id] ?? {};
      expect(outcomes.map(({ disposition }) => disposition).sort()).toEqual(
        [...(dispositions ?? [])].sort()
      );
      expect(outcomes.reduce((sum, { chance }) => sum + chance, 0)).toBeLessThanOrEqual(1 + 1e-9);
      expect(effort).toBeDefined();
    }
    const result = simulateFile(file, { leads: 2000 });
    const exits = cadence.nodes.filter(({ kind }) => kind === 'exit');
    expect(result.exits.filter(({ count }) => count > 0)).toHaveLength(exits.length);
    expect(result.exits.reduce((sum, { count }) => sum + count, 0)).toBe(2000);
  });
});

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
    for (const { id } of actionsOf(cadence)) {
      expect(resultBehind(cadence, id, 'do-not-contact')).toBe('optedOut');
    }
  });

  it('AC-A28 outbound begins with an email and never makes two touches on a day', () => {
    const cadence = cadenceOf('outbound-qualification.json');
    const path = quietPath(cadence);
    expect(channelsOf(path)).toEqual(['email', 'call', 'email', 'call', 'email']);
    expect(gapsOf(cadence, path)).toEqual([3, 2, 3, 4]);
  });

  it('AC-A29 branched goes another way after each outcome of the email and of the call', () => {
    const cadence = cadenceOf('branched-follow-up.json');
    const afterEmail = ['replied', 'opened', 'done'].map((port) =>
      follow(cadence, 'email-1', port)
    );
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
