export { mermaidOf } from './mermaid/mermaid';
export { iconOf, type IconKey, type Icons } from './picture/icons';
export type { Theme } from './picture/palette';
export { pictureOf, type Picture, type PictureOptions } from './picture/svg';
export { playbookOf } from './playbook/playbook';
export type { PlaybookEnd, PlaybookStep } from './playbook/types';
export type { BpmnNote, BpmnReading } from './bpmn';
