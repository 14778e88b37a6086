import { describeDelay, type ActionNode, type Cadence } from '$lib/domain';

/** What an action says that this release keeps but does not run, a sentence each. */
export function actionNotYet(node: ActionNode, { parameters, dispositions }: Cadence): string[] {
  const name = (id: string) => dispositions.find((each) => each.id === id)?.name ?? id;
  const lines: string[] = [];
  for (const { text } of node.requirements ?? []) lines.push(`Requirement: ${text}`);
  if (node.repeat) {
    const { times, gap, until } = node.repeat;
    const end = until.length > 0 ? ` until ${until.map(name).join(' or ')}` : '';
    lines.push(`Up to ${times} times, ${describeDelay(gap, parameters)} apart${end}`);
  }
  if (node.autoSkipAfter) {
    lines.push(`Skipped when overdue for ${describeDelay(node.autoSkipAfter, parameters)}`);
  }
  if (node.expireAfter) {
    lines.push(`Cancelled ${describeDelay(node.expireAfter, parameters)} after it opened`);
  }
  for (const { after, action } of node.sla ?? []) {
    lines.push(`After ${describeDelay(after, parameters)}: ${action}`);
  }
  for (const variant of node.variants ?? []) {
    lines.push(`Variant “${variant.name || variant.id}”, ${variant.weight} %`);
  }
  if (node.continueWithoutCompletion) lines.push('The lead may go on while the task is open');
  if (node.missingData) lines.push(`When data is missing: ${node.missingData}`);
  return lines;
}
