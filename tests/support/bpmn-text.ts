const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
  xmlns:di="http://www.omg.org/spec/DD/20100524/DI" id="definitions" targetNamespace="urn:test">`;

/** A BPMN document around what stands in it. */
export function bpmnText(...parts: readonly string[]): string {
  return `${HEAD}${parts.join('\n')}</bpmn:definitions>`;
}

/** A process of these elements. */
export function processText(...elements: readonly string[]): string {
  return bpmnText(`<bpmn:process id="process" name="Sales">${elements.join('\n')}</bpmn:process>`);
}

/** A sequence flow from one element to another. */
export function flowText(from: string, to: string, name = '', inner = ''): string {
  return `<bpmn:sequenceFlow id="${from}-${to}" name="${name}" sourceRef="${from}" targetRef="${to}">${inner}</bpmn:sequenceFlow>`;
}
