import type { ActionNode } from '$lib/domain';
import type { ResolvedCadence } from '../1-resolve/resolve';
import { diagnose } from '../diagnostics/catalogue';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { nameOf } from '../diagnostics/naming';

/** CMP-30, CMP-31, CMP-32: a call has a script, a message has a text, above all an automatic one. */
export function checkTexts({ live }: ResolvedCadence): Diagnostic[] {
  return live.flatMap((node) => (node.kind === 'action' ? checkText(node) : []));
}

function checkText(node: ActionNode): Diagnostic[] {
  const { id, channel, mode } = node;
  if (channel === 'call') {
    if (hasText(node, ({ script }) => script)) return [];
    return [diagnose('missing-script', [nameOf(node)], { node: id, field: 'script' })];
  }
  if (channel !== 'email' && channel !== 'sms') return [];
  if (hasText(node, ({ template }) => template?.body)) return [];
  const code = mode === 'automatic' ? 'nothing-to-send' : 'missing-template';
  return [diagnose(code, [nameOf(node)], { node: id, field: 'template' })];
}

type Texts = Pick<ActionNode, 'script' | 'template'>;

/** Whether the step has the text, or each of its variants has. */
function hasText(node: ActionNode, textOf: (texts: Texts) => string | undefined): boolean {
  const isThere = (texts: Texts) => (textOf(texts) ?? '').trim() !== '';
  const variants = node.variants ?? [];
  return isThere(node) || (variants.length > 0 && variants.every(isThere));
}
