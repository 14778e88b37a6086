import { BpmnModdle, type ModdleElement } from 'bpmn-moddle';

export type Element = ModdleElement;

/** What a BPMN file holds of ours: whatever BPMN has no word for, and hence what nothing else need understand. */
const CADENZA = {
  name: 'Cadenza',
  uri: 'urn:cadenza:bpmn:1',
  prefix: 'cadenza',
  // Of elements it adds to as well: BPMN's own are written so.
  xml: { tagAlias: 'lowerCase' },
  types: [
    {
      name: 'Step',
      superClass: ['Element'],
      properties: [
        { name: 'at', isAttr: true, type: 'Integer' },
        { name: 'json', isBody: true, type: 'String' }
      ]
    },
    {
      name: 'Cadence',
      superClass: ['Element'],
      properties: [{ name: 'json', isBody: true, type: 'String' }]
    },
    {
      name: 'Way',
      extends: ['bpmn:SequenceFlow'],
      properties: [
        { name: 'at', isAttr: true, type: 'Integer' },
        { name: 'edge', isAttr: true, type: 'String' },
        { name: 'from', isAttr: true, type: 'String' },
        { name: 'port', isAttr: true, type: 'String' }
      ]
    },
    // A frame of ours, made anew from what is known, never read.
    {
      name: 'Frame',
      extends: ['bpmn:Group'],
      properties: [{ name: 'drawn', isAttr: true, type: 'Boolean' }]
    }
  ]
};

let known: BpmnModdle | undefined;

/** The reader and writer of BPMN that knows what is ours; made once, since it learns all of BPMN first. */
export function moddle(): BpmnModdle {
  known ??= new BpmnModdle({ cadenza: CADENZA });
  return known;
}

/** A property that holds one element; null when it holds none. */
export function child(element: Element, property: string): Element | null {
  const value = element[property];
  return isElement(value) ? value : null;
}

/** A property that holds elements. */
export function children(element: Element, property: string): readonly Element[] {
  const value = element[property];
  return Array.isArray(value) ? value.filter(isElement) : [];
}

/** A property that holds text; empty when it holds none. */
export function textOf(element: Element | null, property: string): string {
  const value = element?.[property];
  return typeof value === 'string' ? value : '';
}

function isElement(value: unknown): value is Element {
  return value !== null && typeof value === 'object' && '$type' in value;
}
