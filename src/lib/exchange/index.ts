export { mermaidOf } from './mermaid/mermaid';
export { iconOf, type IconKey, type Icons } from './picture/icons';
export type { Theme } from './picture/palette';
export { pictureOf, type Picture } from './picture/svg';
export type { BpmnNote, BpmnReading } from './bpmn';
