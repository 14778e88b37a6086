import type { Cadence, HandoffNode, Slug } from '$lib/domain';
import type { ResolvedCadence } from '../1-resolve/resolve';
import { referencesOf } from '../1-resolve/references/of-cadence';
import { diagnose } from '../diagnostics/catalogue';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { nameOf } from '../diagnostics/naming';
import { copyField } from './add-missing';
import { instantLoop } from './handoff-loops';

/** CMP-114 … CMP-117: a handoff has a taker, who speaks of the same data, and time passes. */
export function checkHandoffs(resolved: ResolvedCadence): Diagnostic[] {
  return resolved.live.flatMap((node) => {
    if (node.kind !== 'handoff') return [];
    return [...checkTaker(node, resolved), ...checkLoop(node, resolved)];
  });
}

function checkTaker(node: HandoffNode, resolved: ResolvedCadence): Diagnostic[] {
  const { to } = node;
  const place = { node: node.id, field: 'to' };
  if (to.type === 'signal') {
    if (isHeard(to.signal, resolved)) return [];
    return [diagnose('signal-never-heard', [nameOf(node), to.signal], place)];
  }
  if (to.cadence === undefined) return [diagnose('handoff-to-nowhere', [nameOf(node)], place)];
  const target = resolved.cadences.get(to.cadence);
  if (!target || target.id === resolved.cadence.id) return [];
  return checkData(node, to.fields ?? [], target, resolved);
}

type Mapping = readonly { readonly from: Slug; readonly to: Slug }[];

/** Leads keep their fields, so what is not mapped is there under its own name. */
function checkData(
  node: HandoffNode,
  mapping: Mapping,
  target: Cadence,
  { fields, cadence }: ResolvedCadence
): Diagnostic[] {
  const place = { node: node.id, field: 'to' };
  const filled = new Set(mapping.map(({ to }) => to));
  const known = new Set(target.fields.map(({ id }) => id));
  const lacking = target.fields.filter(
    ({ id, required }) => required === true && !filled.has(id) && !fields.has(id)
  );
  const name = target.name || target.id;
  return [
    ...[...filled]
      .filter((field) => !known.has(field))
      .map((field) => diagnose('different-data', [nameOf(node), field, name], place)),
    ...lacking.map((field) =>
      diagnose('handoff-lacks-field', [nameOf(node), name, field.name || field.id], {
        ...place,
        fix: copyField(cadence, field)
      })
    )
  ];
}

/** Whether a cadence at hand listens to it; one may unless others are here to be read, and all of them. */
function isHeard(signal: Slug, { linked, cadences }: ResolvedCadence): boolean {
  if (!linked || linked.size < 2 || linked.size > cadences.size) return true;
  return [...cadences.values()].some((cadence) =>
    referencesOf(cadence).some(({ type, id }) => type === 'signal' && id === signal)
  );
}

function checkLoop(node: HandoffNode, resolved: ResolvedCadence): Diagnostic[] {
  const loop = instantLoop(node, resolved);
  if (!loop) return [];
  const names = loop.map((cadence) => `“${cadence.name || cadence.id}”`).join(' → ');
  return [diagnose('instant-handoff-loop', [nameOf(node), names], { node: node.id, field: 'to' })];
}
