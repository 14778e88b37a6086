export { writeBpmn } from './write/write-bpmn';
export { readBpmn, type BpmnReading } from './read/read-bpmn';
export type { BpmnNote } from './read/notes';
