import type { CadenceFile } from '$lib/domain';
import { moddle, type Element } from '../moddle';
import { jsonText, xmlLine, xmlText } from '../shared';
import { Diagram } from './diagram';
import { Draft } from './draft';
import { canFlow, flowsOf } from './flows';
import { stepElements } from './steps';

/**
 * The cadence as BPMN 2.0 with its diagram. What BPMN cannot say stands in extension elements, so that
 * `readBpmn` gives the same cadence back.
 */
export async function writeBpmn(file: CadenceFile): Promise<string> {
  const tool = moddle();
  const { cadence, layout } = file;
  const draft = new Draft(tool, cadence);
  const steps = new Map(
    cadence.nodes.map((node, at) => [
      node.id,
      stepElements(draft, node, at, layout.positions[node.id])
    ])
  );
  const flows = flowsOf(draft, steps);
  const diagram = new Diagram(draft, file);
  const groups = diagram.groups();
  const all = [...steps];
  const isNote = ({ $type }: Element) => $type === 'bpmn:TextAnnotation';
  const elements = all.flatMap(([, { main }]) => main);
  const attached = all.flatMap(([, step]) => step.attached?.element ?? []);
  const process = draft.make('bpmn:Process', {
    id: `process-${cadence.id}`,
    name: xmlLine(cadence.name),
    isExecutable: false,
    documentation: wordsOf(draft),
    extensionElements: draft.make('bpmn:ExtensionElements', {
      values: [draft.make('cadenza:Cadence', { json: jsonText(restOf(file, steps)) })]
    }),
    flowElements: [
      ...elements.filter((element) => !isNote(element)),
      ...attached,
      ...flows.map(({ element }) => element)
    ],
    artifacts: [...elements.filter(isNote), ...groups.elements]
  });
  const plane = draft.make('bpmndi:BPMNPlane', {
    id: 'plane',
    bpmnElement: process,
    planeElement: [
      ...groups.shapes,
      ...all.flatMap(([id, step]) => diagram.shapes(id, step)),
      ...flows.map((flow) => diagram.line(flow))
    ]
  });
  const definitions = draft.make('bpmn:Definitions', {
    id: 'definitions',
    targetNamespace: 'urn:cadenza:cadence',
    exporter: 'Cadenza',
    rootElements: [...draft.roots, process],
    diagrams: [draft.make('bpmndi:BPMNDiagram', { id: 'diagram', plane })]
  });
  return (await tool.toXML(definitions, { format: true })).xml;
}

function wordsOf(draft: Draft): Element[] {
  const { description, goal } = draft.cadence;
  return [description, goal?.text].flatMap((text) =>
    text?.trim() ? draft.make('bpmn:Documentation', { text: xmlText(text) }) : []
  );
}

/** All of the file that the steps and ways do not carry. */
function restOf(file: CadenceFile, steps: Parameters<typeof canFlow>[1]) {
  const { nodes: _nodes, edges, ...settings } = file.cadence;
  const { positions: _positions, ...layout } = file.layout;
  return {
    format: file.format,
    settings,
    layout,
    scenarios: file.scenarios,
    linked: file.linked,
    // Nothing can flow to a note; what somebody drew is kept all the same.
    loose: edges.flatMap((edge, at) => (canFlow(edge, steps) ? [] : [{ at, edge }]))
  };
}
