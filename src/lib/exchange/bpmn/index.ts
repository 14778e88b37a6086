export { writeBpmn } from './write/write-bpmn';
