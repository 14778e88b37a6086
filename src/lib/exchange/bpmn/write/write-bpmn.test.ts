import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { newNode, type CadenceFile, type CadenceNode } from '$lib/domain';
import { present } from '$lib/util';
import { businessDays, call, entry, exit, fileOf, sixSteps, wait } from '$tests/support/cadences';
import { loadCadenceFile } from '$tests/support/files';
import { expectGolden } from '$tests/support/golden';
import { child, children, moddle, textOf, type Element } from '../moddle';
import { writeBpmn } from './write-bpmn';

async function parsed(file: CadenceFile) {
  const { rootElement, warnings } = await moddle().fromXML(await writeBpmn(file));
  const roots = children(rootElement, 'rootElements');
  const process = present(roots.find(({ $type }) => $type === 'bpmn:Process') ?? null, 'process');
  const [diagram] = children(rootElement, 'diagrams');
  const plane = child(present(diagram ?? null, 'diagram'), 'plane');
  return { warnings, process, drawn: children(present(plane, 'plane'), 'planeElement') };
}

function fileWith(...nodes: readonly CadenceNode[]): CadenceFile {
  const file = fileOf(sixSteps());
  return { ...file, cadence: { ...file.cadence, nodes, edges: [] } };
}

async function typeOf(node: CadenceNode): Promise<string> {
  const { process } = await parsed(fileWith(node));
  const all = [...children(process, 'flowElements'), ...children(process, 'artifacts')];
  return present(all[0] ?? null, 'element').$type.replace('bpmn:', '');
}

describe('a cadence as BPMN', () => {
  it.each<[string, CadenceNode]>([
    ['StartEvent', entry()],
    ['EndEvent', exit('end')],
    ['UserTask', call('c')],
    ['SendTask', newNode('action', 'a', { channel: 'sms' })],
    ['ManualTask', newNode('action', 'a', { channel: 'demo' })],
    ['ExclusiveGateway', newNode('branch', 'b')],
    ['ParallelGateway', newNode('fork', 'f')],
    ['ParallelGateway', newNode('join', 'j')],
    ['ComplexGateway', newNode('join', 'j', { policy: { type: 'atLeast', count: 2 } })],
    ['CallActivity', newNode('handoff', 'h')],
    ['EndEvent', newNode('handoff', 'h', { to: { type: 'signal', signal: 's' } })],
    ['IntermediateThrowEvent', newNode('stage', 's')],
    ['IntermediateCatchEvent', wait('w')],
    ['ReceiveTask', wait('w', businessDays(1), { until: { type: 'event', signals: ['reply'] } })],
    ['TextAnnotation', newNode('note', 'n', { text: 'Mind' })]
  ])('EXC-3 EXC-4 writes a %s', async (type, node) => {
    expect(await typeOf(node)).toBe(type);
  });

  it('EXC-4 says durations in ISO 8601', async () => {
    const xml = await writeBpmn(
      fileWith(
        wait('a', businessDays(2)),
        wait('b', { amount: 90, unit: 'minutes' }),
        wait('c', { amount: 3, unit: 'weeks' })
      )
    );
    expect(xml).toContain('>P2D<');
    expect(xml).toContain('>PT90M<');
    expect(xml).toContain('>P3W<');
  });

  it('EXC-5 a task with several ways has a default flow and conditions on the others', async () => {
    const { process } = await parsed(loadCadenceFile('static/examples/customer-acquisition.json'));
    const flows = children(process, 'flowElements').filter(
      (each) => each.$type === 'bpmn:SequenceFlow'
    );
    for (const element of children(process, 'flowElements')) {
      const out = children(element, 'outgoing');
      if (!element.$type.endsWith('Task') || out.length < 2) continue;
      expect(out).toContain(element['default']);
      for (const flow of out.filter((each) => each !== element['default']))
        expect(textOf(child(flow, 'conditionExpression'), 'body')).toMatch(
          /^disposition is “|^not allowed yet$/
        );
    }
    expect(flows.length).toBeGreaterThan(0);
  });

  it.each(readdirSync('static/examples').filter((name) => name !== 'index.json'))(
    'EXC-7 %s is read without warnings, and all of it is drawn',
    async (name) => {
      const { warnings, process, drawn } = await parsed(loadCadenceFile(`static/examples/${name}`));
      expect(warnings).toEqual([]);
      const shown = new Map(drawn.map((each) => [child(each, 'bpmnElement'), each]));
      const all = [...children(process, 'flowElements'), ...children(process, 'artifacts')];
      expect(all.filter((element) => !shown.has(element))).toEqual([]);
      for (const [element, shape] of shown) {
        if (element?.$type === 'bpmn:SequenceFlow') expectDocked(element, shape, shown);
        else expect(Number(child(shape, 'bounds')?.['width'])).toBeGreaterThan(0);
      }
    }
  );

  it('EXC-3 EXC-7 is the same text for the same cadence', async () => {
    expectGolden(
      'tests/goldens/exchange/six-step-follow-up.bpmn',
      await writeBpmn(loadCadenceFile('static/examples/six-step-follow-up.json'))
    );
  });
});

/** The flow begins and ends on, not in or beside, what it connects. */
function expectDocked(flow: Element, line: Element, shown: ReadonlyMap<Element | null, Element>) {
  const points = children(line, 'waypoint');
  expect(points.length).toBeGreaterThan(1);
  const ends = [
    [points[0], 'sourceRef'],
    [points.at(-1), 'targetRef']
  ] as const;
  for (const [point, end] of ends) {
    const shape = shown.get(child(flow, end)) ?? null;
    const bounds = child(present(shape, 'shape'), 'bounds');
    const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((key) => Number(bounds?.[key]));
    const across =
      Math.abs(Number(point?.['x']) - (x ?? 0) - (width ?? 0) / 2) / ((width ?? 0) / 2);
    const along =
      Math.abs(Number(point?.['y']) - (y ?? 0) - (height ?? 0) / 2) / ((height ?? 0) / 2);
    // On the rim of a box, a circle or a diamond: never farther out, never near the middle.
    expect(Math.max(across, along)).toBeLessThan(1.02);
    expect(across + along).toBeGreaterThan(0.98);
  }
}
