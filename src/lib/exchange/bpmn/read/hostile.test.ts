import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blankCadenceFile, parseCadenceValue } from '$lib/domain';
import { countedIds } from '$tests/support/bpmn';
import { bpmnText, flowText as flow, processText } from '$tests/support/bpmn-text';
import { loadCadenceFile } from '$tests/support/files';
import { writeBpmn } from '../write/write-bpmn';
import { readBpmn } from './read-bpmn';

const read = (text: string) => readBpmn(text, { newId: countedIds(), name: 'Imported' });

/** It is read into cadences that parse, or refused with words; never anything else. */
async function expectSense(text: string): Promise<void> {
  const result = await read(text);
  if (!result.ok) {
    expect(result.error.every(({ message }) => message.length > 0)).toBe(true);
    return;
  }
  for (const file of result.value.cadences)
    expect(parseCadenceValue(file)).toMatchObject({ ok: true });
}

const tasks = (count: number, type = 'task') =>
  Array.from({ length: count }, (_, i) => `<bpmn:${type} id="t${i}" name="Task"/>`).join('');
const chain = (count: number) =>
  Array.from({ length: count - 1 }, (_, i) => flow(`t${i}`, `t${i + 1}`)).join('');

/** What an export keeps of a cadence, with connections that are none. */
const { format, cadence, layout, scenarios, linked } = blankCadenceFile({
  id: '01jd00000000000000000000aa',
  name: 'Sales'
});
const { nodes: _, edges: __, ...settings } = cadence;
const KEPT_BADLY = JSON.stringify({
  ...{ format, settings, layout, scenarios, linked },
  loose: [null, { at: 0, edge: null }, 'loose']
}).replaceAll('<', '&lt;');

describe('BPMN files that are not ours', () => {
  it.each([
    ['nothing', '', 'The file is empty.'],
    ['text', 'Dear all,', 'The file is not XML that can be read: something is wrong in line 1.'],
    [
      'a page',
      '<html><body onload="alert(1)"></body></html>',
      'The file is XML, but not BPMN 2.0.'
    ],
    [
      'a document type',
      '<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]><a>&lol2;</a>',
      'It declares a document type, which no BPMN file does.'
    ],
    [
      'a file that was cut',
      processText(tasks(3)).slice(0, -40),
      'The file ends too early, or an element is not closed in line 5.'
    ],
    [
      'no process',
      bpmnText('<bpmn:message id="m"/>'),
      'The file holds no process with steps in it.'
    ],
    ['an empty process', processText(), 'The file holds no process with steps in it.'],
    ['too much', `<a>${'x'.repeat(8_000_001)}</a>`, 'The file is too large to be read.'],
    [
      'too many elements',
      processText('<bpmn:task/>'.repeat(60_001)),
      'It holds too many elements to be read.'
    ]
  ])('EXC-18 EXC-19 refuses %s with words', async (_, text, message) => {
    const result = await read(text);
    expect(result).toMatchObject({ ok: false });
    const [fault] = result.ok ? [] : result.error;
    expect(fault?.message.replace(/in line \d+/, 'in line N')).toBe(
      message.replace(/in line \d+/, 'in line N')
    );
  });

  it('EXC-18 EXC-14 an id used twice is told, and the first counts', async () => {
    const result = await read(
      processText('<bpmn:task id="a" name="One"/>', '<bpmn:task id="a" name="Two"/>')
    );
    if (!result.ok) throw new Error('it was refused');
    expect(result.value.notes).toContainEqual(
      expect.objectContaining({ id: 'a', why: expect.stringMatching(/twice/) as string })
    );
    expect(result.value.cadences[0]?.cadence.nodes.map(({ name }) => name)).toContain('One');
  });

  it('EXC-16 EXC-18 processes without an id, or with the same cadence in them, become cadences of their own', async () => {
    const process = `<bpmn:process>${tasks(1)}</bpmn:process>`;
    const nameless = await read(bpmnText(process, process.replace('t0', 'u0')));
    const kept = `<bpmn:extensionElements><c:cadence xmlns:c="urn:cadenza:bpmn:1">${KEPT_BADLY.replace(/"loose":.*/, '"loose":[]}')}</c:cadence></bpmn:extensionElements>`;
    const copies = await read(
      bpmnText(
        `<bpmn:process id="p">${kept}${tasks(1)}</bpmn:process>`,
        `<bpmn:process id="q">${kept}<bpmn:task id="u0"/></bpmn:process>`
      )
    );
    for (const result of [nameless, copies]) {
      if (!result.ok) throw new Error('it was refused');
      const ids = result.value.cadences.map((file) => file.cadence.id);
      expect(new Set(ids).size).toBe(2);
    }
    expect(copies.ok && copies.value.cadences[0]?.cadence.id).toBe(cadence.id);
  });

  it.each([
    [
      '__proto__ and constructor',
      processText(
        '<bpmn:task id="__proto__" name="constructor"/>',
        '<bpmn:task id="constructor" name="__proto__"/>',
        flow('__proto__', 'constructor')
      )
    ],
    [
      'markup in names',
      processText('<bpmn:task id="a" name="&lt;img src=x onerror=alert(1)&gt;"/>')
    ],
    [
      'names without letters',
      processText('<bpmn:task id="a" name="日本語 🙂"/>', '<bpmn:task id="b" name="&#10;&#9;"/>')
    ],
    ['elements without ids', processText('<bpmn:task/>', '<bpmn:task/>', '<bpmn:sequenceFlow/>')],
    [
      'unknown elements',
      processText(
        '<bpmn:wormhole id="w"/>',
        '<foo:bar xmlns:foo="urn:foo" id="x"/>',
        '<bpmn:task id="a"/>'
      )
    ],
    ['a ring of tasks', processText(tasks(3), chain(3), flow('t2', 't0'))],
    [
      'a ring of gateways',
      processText(
        '<bpmn:startEvent id="s"/>',
        tasks(3, 'exclusiveGateway'),
        flow('s', 't0'),
        chain(3),
        flow('t2', 't0')
      )
    ],
    ['a task that leads to itself', processText(tasks(1), flow('t0', 't0'))],
    [
      'flows into the start and out of the end',
      processText(
        '<bpmn:startEvent id="s"/><bpmn:endEvent id="e"/>',
        flow('e', 's'),
        flow('s', 'e')
      )
    ],
    ['an event on itself', processText('<bpmn:boundaryEvent id="b" attachedToRef="b"/>', tasks(1))],
    [
      'a link to itself',
      processText(
        '<bpmn:intermediateThrowEvent id="a"><bpmn:linkEventDefinition name="A"/></bpmn:intermediateThrowEvent>',
        flow('a', 'a')
      )
    ],
    [
      'shapes without a place',
      bpmnText(
        `<bpmn:process id="p">${tasks(2)}</bpmn:process>`,
        '<bpmndi:BPMNDiagram><bpmndi:BPMNPlane><bpmndi:BPMNShape bpmnElement="t0"/><bpmndi:BPMNShape bpmnElement="t1"><dc:Bounds x="NaN" y="1e999" width="-5" height="x"/></bpmndi:BPMNShape></bpmndi:BPMNPlane></bpmndi:BPMNDiagram>'
      )
    ],
    [
      'lanes within each other',
      processText(
        `<bpmn:laneSet>${'<bpmn:lane name="x"><bpmn:childLaneSet>'.repeat(200)}${'</bpmn:childLaneSet></bpmn:lane>'.repeat(200)}</bpmn:laneSet>`,
        tasks(1)
      )
    ],
    [
      'processes within each other',
      processText(
        `${'<bpmn:subProcess>'.repeat(5000)}<bpmn:task/>${'</bpmn:subProcess>'.repeat(5000)}`
      )
    ],
    ['a long chain of gateways', processText(tasks(3000, 'exclusiveGateway'), chain(3000))],
    [
      'a text longer than any step takes',
      processText(
        `<bpmn:task id="a"><bpmn:documentation>${'x'.repeat(150_000)}</bpmn:documentation></bpmn:task>`
      )
    ],
    ['a name longer than any', processText(`<bpmn:task id="a" name="${'x'.repeat(150_000)}"/>`)],
    [
      'a way out that is no id',
      processText(
        tasks(2),
        flow('t0', 't1').replace('id=', 'c:edge="e" c:port="No!" c:from="task" id=')
      ).replace('<bpmn:process', '<bpmn:process xmlns:c="urn:cadenza:bpmn:1"')
    ],
    [
      'more groups than there are frames',
      bpmnText(
        `<bpmn:process id="p">${tasks(1)}${Array.from({ length: 300 }, (_, i) => `<bpmn:group id="g${i}"/>`).join('')}</bpmn:process>`,
        `<bpmndi:BPMNDiagram><bpmndi:BPMNPlane>${['t0', ...Array.from({ length: 300 }, (_, i) => `g${i}`)].map((id) => `<bpmndi:BPMNShape bpmnElement="${id}"><dc:Bounds x="0" y="0" width="100" height="80"/></bpmndi:BPMNShape>`).join('')}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>`
      )
    ],
    [
      'connections kept that are none',
      processText(
        `<bpmn:extensionElements><c:cadence xmlns:c="urn:cadenza:bpmn:1">${KEPT_BADLY}</c:cadence></bpmn:extensionElements>`,
        tasks(1)
      )
    ],
    [
      'thousands of tasks of one name',
      processText('<bpmn:startEvent id="s"/>', flow('s', 't0'), tasks(3000), chain(3000))
    ]
  ])(
    'EXC-18 reads %s',
    async (_, text) => {
      await expectSense(text);
      expect('polluted' in {}).toBe(false);
    },
    30_000
  );

  it('EXC-18 any text, any cut and any change of a file of ours makes sense', async () => {
    const xml = await writeBpmn(loadCadenceFile('static/examples/discount-approval.json'));
    const cut = fc.nat(xml.length).map((at) => xml.slice(0, at));
    const changed = fc
      .tuple(fc.nat(xml.length), fc.nat(200), fc.string({ maxLength: 20, unit: 'binary' }))
      .map(([at, length, text]) => xml.slice(0, at) + text + xml.slice(at + length));
    const tags = xml.match(/<[^>]+>/g) ?? [];
    const shuffled = fc
      .shuffledSubarray(tags, { maxLength: 40 })
      .map((some) => bpmnText(`<bpmn:process id="p">${some.join('')}</bpmn:process>`));
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string({ unit: 'binary' }), cut, changed, shuffled),
        expectSense
      ),
      { seed: 44, numRuns: 120 }
    );
  }, 60_000);

  it('EXC-18 any wiring of any elements makes sense', async () => {
    const type = fc.constantFrom(
      ...[
        'task',
        'startEvent',
        'endEvent',
        'exclusiveGateway',
        'parallelGateway',
        'inclusiveGateway'
      ],
      ...[
        'eventBasedGateway',
        'complexGateway',
        'intermediateCatchEvent',
        'intermediateThrowEvent'
      ],
      ...['receiveTask', 'callActivity', 'subProcess']
    );
    const document = fc
      .tuple(
        fc.array(type, { minLength: 1, maxLength: 12 }),
        fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 24 })
      )
      .map(([types, pairs]) =>
        processText(
          ...types.map((each, i) => `<bpmn:${each} id="n${i}"/>`),
          ...pairs.map(([a, b], i) => flow(`n${a}`, `n${b}`).replace(/id="[^"]*"/, `id="f${i}"`))
        )
      );
    await fc.assert(fc.asyncProperty(document, expectSense), { seed: 45, numRuns: 150 });
  }, 60_000);
});
