import { describe, expect, it } from 'vitest';
import type { CadenceFile, CadenceNode } from '$lib/domain';
import { present } from '$lib/util';
import { countedIds } from '$tests/support/bpmn';
import { bpmnText, flowText as flow, processText } from '$tests/support/bpmn-text';
import { canRun, loadCadenceFile } from '$tests/support/files';
import { writeBpmn } from '../write/write-bpmn';
import { readBpmn, type BpmnReading } from './read-bpmn';

async function read(text: string): Promise<BpmnReading> {
  const result = await readBpmn(text, { newId: countedIds(), name: 'Imported' });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

async function readOne(text: string): Promise<CadenceFile & { notes: BpmnReading['notes'] }> {
  const { cadences, notes } = await read(text);
  expect(cadences).toHaveLength(1);
  return { ...present(cadences[0] ?? null, 'cadence'), notes };
}

function ways({ cadence }: CadenceFile): string[] {
  return cadence.edges.map(({ from, port, to }) => `${from} ${port} ${to}`);
}

function node({ cadence }: CadenceFile, id: string): CadenceNode {
  return present(cadence.nodes.find((each) => each.id === id) ?? null, id);
}

const start = '<bpmn:startEvent id="s" name="New lead"/>';
const end = '<bpmn:endEvent id="e" name="Won"/>';
const timer = (time: string) =>
  `<bpmn:timerEventDefinition><bpmn:timeDuration>${time}</bpmn:timeDuration></bpmn:timerEventDefinition>`;
const caught = (id: string, name: string, inner: string) =>
  `<bpmn:intermediateCatchEvent id="${id}" name="${name}">${inner}</bpmn:intermediateCatchEvent>`;

describe('BPMN of other tools', () => {
  it('EXC-9 EXC-14 a plain process becomes a cadence that can run, with nothing to tell', async () => {
    const file = await readOne(
      processText(
        start,
        '<bpmn:task id="a" name="Call the customer"/>',
        caught('w', 'Two days', timer('P2D')),
        '<bpmn:sendTask id="b" name="Offer"/>',
        end,
        ...[flow('s', 'a'), flow('a', 'w'), flow('w', 'b'), flow('b', 'e')]
      )
    );
    expect(file.notes).toEqual([]);
    expect(file.cadence.name).toBe('Sales');
    expect(ways(file)).toEqual([
      'new-lead next call-the-customer',
      'call-the-customer done two-days',
      'two-days next offer',
      'offer done won'
    ]);
    expect(node(file, 'call-the-customer')).toMatchObject({ kind: 'action', channel: 'call' });
    expect(node(file, 'offer')).toMatchObject({ kind: 'action', channel: 'email' });
    expect(node(file, 'won')).toMatchObject({ kind: 'exit', result: 'won' });
    expect(node(file, 'two-days')).toMatchObject({
      until: { type: 'duration', delay: { amount: 2, unit: 'days' } }
    });
    expect(canRun(file.cadence)).toBe(true);
  });

  it.each([
    ['PT90M', 90, 'minutes'],
    ['PT4H', 4, 'hours'],
    ['P1DT12H', 36, 'hours'],
    ['P2W', 2, 'weeks'],
    ['PT45S', 1, 'minutes'],
    ['P1M', 30, 'days']
  ])('EXC-9 reads the time %s', async (text, amount, unit) => {
    const file = await readOne(
      processText(start, caught('w', 'W', timer(text)), end, flow('s', 'w'), flow('w', 'e'))
    );
    expect(node(file, 'w')).toMatchObject({ until: { delay: { amount, unit } } });
  });

  it.each(['P', 'tomorrow', '${delay}', 'P99999999Y', '-P1D'])(
    'EXC-14 tells that %s is no time, and waits for a day',
    async (text) => {
      const file = await readOne(
        processText(start, caught('w', 'W', timer(text)), end, flow('s', 'w'), flow('w', 'e'))
      );
      expect(file.notes).toMatchObject([
        { element: 'Intermediate catch event', id: 'w', name: 'W' }
      ]);
      expect(node(file, 'w')).toMatchObject({ until: { delay: { amount: 1 } } });
    }
  );

  it('EXC-9 EXC-14 a gateway is a branch with its default, and its words are kept as names', async () => {
    const file = await readOne(
      processText(
        start,
        '<bpmn:task id="a" name="Call"/>',
        '<bpmn:exclusiveGateway id="g" name="How did it go?" default="g-e"/>',
        '<bpmn:task id="b" name="Meet"/>',
        end,
        ...[flow('s', 'a'), flow('a', 'g'), flow('g', 'b', 'Interested'), flow('g', 'e', 'No')],
        flow('b', 'e')
      )
    );
    expect(node(file, 'how-did-it-go')).toMatchObject({
      by: {
        type: 'disposition',
        of: 'call',
        cases: [{ id: 'interested', name: 'Interested', dispositions: ['interested'] }]
      }
    });
    expect(ways(file)).toContain('how-did-it-go interested meet');
    expect(ways(file)).toContain('how-did-it-go default won');
    expect(file.notes.map(({ id }) => id)).toEqual(['g']);
  });

  it('EXC-9 parallel gateways are a fork and its join, nested ones each their own', async () => {
    const gateway = (id: string) => `<bpmn:parallelGateway id="${id}" name="${id}"/>`;
    const file = await readOne(
      processText(
        ...[start, end, ...['f1', 'f2', 'j2', 'j1'].map(gateway)],
        ...['a', 'b', 'c'].map((id) => `<bpmn:task id="${id}" name="${id}"/>`),
        ...[flow('s', 'f1'), flow('f1', 'f2'), flow('f1', 'c'), flow('f2', 'a'), flow('f2', 'b')],
        ...[flow('a', 'j2'), flow('b', 'j2'), flow('j2', 'j1'), flow('c', 'j1'), flow('j1', 'e')]
      )
    );
    expect(node(file, 'j1')).toMatchObject({ kind: 'join', fork: 'f1' });
    expect(node(file, 'j2')).toMatchObject({ kind: 'join', fork: 'f2' });
    expect(file.notes).toEqual([]);
    expect(canRun(file.cadence)).toBe(true);
  });

  it('EXC-10 a gateway that waits for events is a wait with a limit', async () => {
    const file = await readOne(
      processText(
        start,
        '<bpmn:eventBasedGateway id="g" name="Answer?"/>',
        caught('m', 'Reply', '<bpmn:messageEventDefinition/>'),
        caught('t', 'Three days', timer('P3D')),
        end,
        '<bpmn:endEvent id="x" name="No response"/>',
        ...[flow('s', 'g'), flow('g', 'm'), flow('g', 't'), flow('m', 'e'), flow('t', 'x')]
      )
    );
    expect(node(file, 'answer')).toMatchObject({
      until: { type: 'event', signals: ['reply'], timeout: { amount: 3, unit: 'days' } }
    });
    expect(ways(file).sort()).toEqual([
      'answer met won',
      'answer timeout no-response',
      'new-lead next answer'
    ]);
    expect(canRun(file.cadence)).toBe(true);
  });

  it('EXC-10 several events are told apart by a branch', async () => {
    const message = '<bpmn:messageEventDefinition/>';
    const file = await readOne(
      processText(
        ...[start, end, '<bpmn:eventBasedGateway id="g"/>', '<bpmn:endEvent id="x" name="Lost"/>'],
        ...[
          caught('m', 'Yes', message),
          caught('n', 'No', message),
          caught('t', 'T', timer('P1D'))
        ],
        ...[flow('s', 'g'), flow('g', 'm'), flow('g', 'n'), flow('g', 't')],
        ...[flow('m', 'e'), flow('n', 'x'), flow('t', 'x')]
      )
    );
    expect(node(file, 'what-came')).toMatchObject({
      by: { type: 'signal', cases: [{ signal: 'yes' }, { signal: 'no' }] }
    });
    expect(ways(file)).toContain('what-came yes won');
    expect(ways(file)).toContain('what-came no lost');
  });

  it('EXC-11 a process within the process is a stage, and its steps follow it', async () => {
    const inner = `<bpmn:subProcess id="p" name="Qualify"><bpmn:startEvent id="is"/>
      <bpmn:task id="it" name="Ask"/><bpmn:endEvent id="ie"/>${flow('is', 'it')}${flow('it', 'ie')}</bpmn:subProcess>`;
    const file = await readOne(processText(start, inner, end, flow('s', 'p'), flow('p', 'e')));
    expect(ways(file).sort()).toEqual([
      'ask done won',
      'new-lead next qualify',
      'qualify next ask'
    ]);
    expect(node(file, 'qualify').kind).toBe('stage');
    expect(file.notes.map(({ id }) => id)).toEqual(['p']);
  });

  it('EXC-12 merges and links only pass leads on', async () => {
    const link = (id: string, type: string) =>
      `<bpmn:intermediate${type}Event id="${id}"><bpmn:linkEventDefinition name="A"/></bpmn:intermediate${type}Event>`;
    const file = await readOne(
      processText(
        ...[
          start,
          end,
          '<bpmn:exclusiveGateway id="m"/>',
          link('l1', 'Throw'),
          link('l2', 'Catch')
        ],
        '<bpmn:task id="a" name="Ask"/>',
        ...[flow('s', 'm'), flow('m', 'a'), flow('a', 'l1'), flow('l2', 'e')]
      )
    );
    expect(ways(file).sort()).toEqual(['ask done won', 'new-lead next ask']);
    expect(file.notes).toEqual([]);
  });

  it('EXC-13 EXC-14 puts in an entry, a fork and an end where none is drawn', async () => {
    const file = await readOne(
      processText(
        ...['a', 'b', 'c'].map((id) => `<bpmn:task id="${id}" name="Task ${id}"/>`),
        ...[flow('a', 'b'), flow('a', 'c')]
      )
    );
    expect(ways(file).sort()).toEqual([
      'fork path-1 task-b',
      'fork path-2 task-c',
      'start next task-a',
      'task-a done fork',
      'task-b done end',
      'task-c done end'
    ]);
    expect(file.notes.map(({ id }) => id).sort()).toEqual(['a', 'a', 'b', 'c']);
  });

  it.each([
    ['<bpmn:serviceTask id="x" name="CRM"/>', 'Service task'],
    ['<bpmn:dataObjectReference id="x" name="CRM"/>', 'Data object reference'],
    ['<bpmn:subProcess id="x" name="CRM" triggeredByEvent="true"/>', 'Sub process'],
    [
      '<bpmn:boundaryEvent id="x" name="CRM" attachedToRef="t"><bpmn:errorEventDefinition/></bpmn:boundaryEvent>',
      'Boundary event'
    ],
    ['<bpmn:callActivity id="x" name="CRM" calledElement="gone"/>', 'Call activity'],
    ['<bpmn:task id="x" name="CRM"><bpmn:multiInstanceLoopCharacteristics/></bpmn:task>', 'Task'],
    ['<bpmn:sequenceFlow id="x" name="CRM" sourceRef="t" targetRef="gone"/>', 'Sequence flow']
  ])('EXC-14 tells of %s', async (element, kind) => {
    const task = '<bpmn:task id="t" name="T"/>';
    const { notes } = await readOne(
      processText(start, task, end, element, flow('s', 't'), flow('t', 'e'))
    );
    expect(notes.find(({ id }) => id === 'x')).toMatchObject({ element: kind, name: 'CRM' });
    expect(notes.every(({ why, done }) => why !== '' && done !== '')).toBe(true);
  });

  it('EXC-15 lanes are roles, annotations notes, groups frames around what they enclose', async () => {
    const text = bpmnText(
      '<bpmn:category id="c"><bpmn:categoryValue id="cv" value="North"/></bpmn:category>',
      '<bpmn:process id="p"><bpmn:laneSet id="ls"><bpmn:lane id="l" name="Account executive"><bpmn:flowNodeRef>a</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>',
      `${start}<bpmn:task id="a" name="Ask"/>${end}${flow('s', 'a')}${flow('a', 'e')}`,
      '<bpmn:textAnnotation id="n"><bpmn:text>Mind the gap</bpmn:text></bpmn:textAnnotation>',
      '<bpmn:group id="g" categoryValueRef="cv"/></bpmn:process>',
      shapes({
        s: [0, 0, 36, 36],
        a: [0, 200, 100, 80],
        e: [0, 500, 36, 36],
        g: [-20, 180, 200, 200],
        n: [400, 0, 100, 50]
      })
    );
    const file = await readOne(text);
    expect(file.cadence.roles).toEqual([{ id: 'account-executive', name: 'Account executive' }]);
    expect(node(file, 'ask')).toMatchObject({ role: 'account-executive' });
    expect(file.cadence.nodes).toContainEqual({
      id: 'note',
      kind: 'note',
      name: '',
      text: 'Mind the gap'
    });
    expect(file.layout.frames).toMatchObject([{ name: 'North', nodes: ['ask'] }]);
  });

  it('EXC-16 EXC-14 each process is a cadence, and a call between them hands over', async () => {
    const { cadences, notes } = await read(
      bpmnText(
        `<bpmn:process id="one" name="One">${start}<bpmn:callActivity id="c" name="Go on" calledElement="two"/>${flow('s', 'c')}</bpmn:process>`,
        `<bpmn:process id="two" name="Two">${start.replace('"s"', '"s2"')}${end}${flow('s2', 'e')}</bpmn:process>`
      )
    );
    expect(cadences.map(({ cadence }) => cadence.name)).toEqual(['One', 'Two']);
    expect(cadences[0]?.cadence.nodes).toContainEqual(
      expect.objectContaining({
        kind: 'handoff',
        to: { type: 'enroll', cadence: cadences[1]?.cadence.id },
        then: 'end'
      })
    );
    expect(notes[0]?.why).toBe('The file holds 2 processes.');
  });

  it('EXC-17 takes places from the drawing, pulled apart, and its direction', async () => {
    const file = await readOne(
      bpmnText(
        `<bpmn:process id="p">${start}<bpmn:task id="a" name="Ask"/><bpmn:task id="b" name="Tell"/>${end}`,
        `${flow('s', 'a')}${flow('a', 'b')}${flow('b', 'e')}</bpmn:process>`,
        shapes({
          s: [0, 82, 36, 36],
          a: [90, 60, 100, 80],
          b: [240, 60, 100, 80],
          e: [400, 82, 36, 36]
        })
      )
    );
    const { direction, positions } = file.layout;
    expect(direction).toBe('right');
    const [first, second] = [positions['ask'], positions['tell']];
    expect((second?.x ?? 0) - (first?.x ?? 0)).toBeGreaterThan(252);
    expect(first?.y).toBe(second?.y);
  });

  it('EXC-17 without a drawing nothing has a place yet', async () => {
    const { layout } = await readOne(processText(start, end, flow('s', 'e')));
    expect(layout.positions).toEqual({});
  });
});

describe('an export of ours that was changed elsewhere', () => {
  const sample = () => loadCadenceFile('static/examples/six-step-follow-up.json');

  it('EXC-8 a new name counts, and the rest of the step is kept', async () => {
    const before = sample();
    const step = present(
      before.cadence.nodes.find(({ kind }) => kind === 'action') ?? null,
      'step'
    );
    const xml = (await writeBpmn(before)).replace(`name="${step.name}"`, 'name="Another name"');
    const file = await readOne(xml);
    expect(node(file, step.id)).toEqual({ ...step, name: 'Another name' });
    expect(file.notes).toEqual([]);
  });

  it('EXC-8 a timer that was set counts, still in business time', async () => {
    const before = sample();
    const wait = newWait();
    const nodes = [...before.cadence.nodes, wait];
    const xml = await writeBpmn({ ...before, cadence: { ...before.cadence, nodes } });
    const file = await readOne(xml.replace('>P77D<', '>P9D<'));
    expect(node(file, wait.id)).toEqual({
      ...wait,
      until: { type: 'duration', delay: { amount: 9, unit: 'businessDays' } }
    });
  });

  it('EXC-8 a step that was moved stands there, the others as they did', async () => {
    const before = sample();
    const xml = await writeBpmn(before);
    const [id] = Object.keys(before.layout.positions);
    const shape = new RegExp(`(bpmnElement="step-${id ?? ''}">\\s*<dc:bounds x=")(-?[\\d.]+)`, 'i');
    expect(xml).toMatch(shape);
    const file = await readOne(
      xml.replace(shape, (_, head: string, x: string) => `${head}${Number(x) + 100}`)
    );
    for (const [each, at] of Object.entries(before.layout.positions))
      expect(file.layout.positions[each]).toEqual(each === id ? { ...at, x: at.x + 100 } : at);
  });

  it('EXC-8 a step that became one of another kind is read as what it is now', async () => {
    const before = sample();
    const step = present(before.cadence.nodes.find(({ kind }) => kind === 'exit') ?? null, 'exit');
    const xml = (await writeBpmn(before))
      .replace(`<bpmn:endEvent id="step-${step.id}"`, `<bpmn:task id="step-${step.id}"`)
      .replace(
        new RegExp(`(<bpmn:task id="step-${step.id}"[\\s\\S]*?)</bpmn:endEvent>`),
        '$1</bpmn:task>'
      );
    const file = await readOne(xml);
    const changed = file.cadence.nodes.find(({ name }) => name === step.name);
    expect(changed?.kind).toBe('action');
    expect(file.notes.length).toBeGreaterThan(0);
  });

  it.each([
    ['{&quot;', 'not JSON'],
    ['"json"', 'not what it was']
  ])('EXC-8 EXC-18 data of ours that is damaged (%s) is done without', async (bad) => {
    const xml = await writeBpmn(sample());
    const broken = xml.replace(/(<cadenza:\w+[^>]*>)[^<]*</gi, `$1${bad}<`);
    const file = await readOne(broken);
    expect(file.cadence.nodes.length).toBeGreaterThan(5);
  });
});

function newWait() {
  const until = { type: 'duration', delay: { amount: 77, unit: 'businessDays' } } as const;
  return { id: 'long', kind: 'wait', name: 'Wait', until } as const;
}

/** A diagram that draws these elements. */
function shapes(
  boxes: Readonly<Record<string, readonly [number, number, number, number]>>
): string {
  const all = Object.entries(boxes).map(
    ([id, [x, y, width, height]]) =>
      `<bpmndi:BPMNShape id="di-${id}" bpmnElement="${id}"><dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}"/></bpmndi:BPMNShape>`
  );
  return `<bpmndi:BPMNDiagram id="d"><bpmndi:BPMNPlane id="pl">${all.join('')}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>`;
}
