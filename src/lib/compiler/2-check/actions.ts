import type { ActionNode, Channel } from '$lib/domain';
import type { ResolvedCadence } from '../1-resolve/resolve';
import { diagnose } from '../diagnostics/catalogue';
import type { Diagnostic, QuickFix } from '../diagnostics/diagnostic';
import { channelWord, nameOf, withArticle } from '../diagnostics/naming';
import { replaceAction, withFix } from './fixes';
import { leastTime } from './time';
import { toHundred } from './to-hundred';

/** CMP-103, CMP-104, CMP-107, CMP-108: how an action is done, how often, and in which variants. */
export function checkActions(resolved: ResolvedCadence): Diagnostic[] {
  return resolved.live.flatMap((node) =>
    node.kind === 'action'
      ? [...checkMode(node), ...checkRepeat(node, resolved), ...checkVariants(node)]
      : []
  );
}

/** What can go out by itself. */
const MESSAGES: ReadonlySet<Channel> = new Set<Channel>(['email', 'sms', 'social']);

function checkMode(node: ActionNode): Diagnostic[] {
  if (node.mode !== 'automatic' || MESSAGES.has(node.channel)) return [];
  return [
    diagnose('cannot-be-automatic', [nameOf(node), withArticle(channelWord(node.channel))], {
      node: node.id,
      field: 'mode',
      fix: replaceAction(`Let a person do ${nameOf(node)}`, { ...node, mode: 'manual' })
    })
  ];
}

function checkRepeat(node: ActionNode, resolved: ResolvedCadence): Diagnostic[] {
  const { repeat, dispositions = [] } = node;
  if (!repeat || repeat.times < 2 || node.channel === 'approval') return [];
  const place = { node: node.id, field: 'repeat' };
  const never = repeat.until.length === 0 && dispositions.length > 0;
  return [
    ...(leastTime(repeat.gap, resolved) === 0
      ? [diagnose('repeat-without-gap', [nameOf(node)], { ...place, fix: addGap(node, repeat) })]
      : []),
    ...(never
      ? [
          diagnose(
            'repeat-never-ends-early',
            [nameOf(node)],
            withFix(place, endEarly(node, repeat, resolved))
          )
        ]
      : [])
  ];
}

type Repeat = NonNullable<ActionNode['repeat']>;

function addGap(node: ActionNode, repeat: Repeat): QuickFix {
  const gap = { amount: 1, unit: 'businessDays' } as const;
  return replaceAction('Leave 1 business day in between', { ...node, repeat: { ...repeat, gap } });
}

/** By those of its dispositions with which a person was reached. */
function endEarly(
  node: ActionNode,
  repeat: Repeat,
  { dispositions }: ResolvedCadence
): QuickFix | null {
  const until = (node.dispositions ?? []).filter((id) => dispositions.get(id)?.answered);
  if (until.length === 0) return null;
  return replaceAction('End it when somebody answers', { ...node, repeat: { ...repeat, until } });
}

function checkVariants(node: ActionNode): Diagnostic[] {
  const variants = node.variants ?? [];
  const sum = variants.reduce((total, { weight }) => total + weight, 0);
  if (variants.length === 0 || sum === 100) return [];
  const weights = toHundred(variants.map(({ weight }) => weight));
  const shared = variants.map((one, index) => ({ ...one, weight: weights[index] ?? 0 }));
  return [
    diagnose('variants-not-100', [nameOf(node), sum], {
      node: node.id,
      field: 'variants',
      fix: replaceAction(`Share out as ${weights.join(' / ')}`, { ...node, variants: shared })
    })
  ];
}
