import { describeNode, type ActionNode, type Cadence, type CadenceNode } from '$lib/domain';

/** What a reader elsewhere should know of a step, in words; empty where its name says it all. */
export function documentationOf(node: CadenceNode, cadence: Cadence): string {
  switch (node.kind) {
    case 'action':
      return paragraphs(describeNode(node, cadence), ...actionWords(node));
    case 'stage':
      return paragraphs(describeNode(node, cadence), ticks(node.checklist));
    case 'entry':
      return paragraphs(describeNode(node, cadence), node.criteria ? node.source : undefined);
    case 'branch':
    case 'join':
    case 'handoff':
    case 'exit':
      return describeNode(node, cadence);
    case 'wait':
      return node.until.type === 'event' ? describeNode(node, cadence) : node.name;
    case 'fork':
    case 'note':
      return '';
  }
}

function actionWords({ instruction, script, template, checklist }: ActionNode) {
  return [
    instruction,
    script,
    template?.subject === undefined ? undefined : `Subject: ${template.subject}`,
    template?.body,
    ticks(checklist)
  ];
}

function ticks(items: ActionNode['checklist']): string {
  return (items ?? []).map(({ text }) => `- ${text}`).join('\n');
}

function paragraphs(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part?.trim()).join('\n\n');
}
