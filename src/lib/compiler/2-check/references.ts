import { present } from '$lib/util';
import type { Reference } from '../1-resolve/references/reference';
import type { ResolvedCadence } from '../1-resolve/resolve';
import { diagnose, type Place } from '../diagnostics/catalogue';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { nameOf } from '../diagnostics/naming';
import { addDisposition, addField, addParameter, addRole } from './add-missing';
import { withFix } from './fixes';

/** CMP-22 … CMP-29, CMP-36: every name stands for something. Each missing name is told once a step. */
export function checkReferences(resolved: ResolvedCadence): Diagnostic[] {
  const live = new Set(resolved.live.map(({ id }) => id));
  const told = new Set<string>();
  return resolved.references
    .filter(({ node }) => node === undefined || live.has(node))
    .flatMap((reference) => {
      const key = `${reference.type} ${reference.node ?? ''} ${reference.id}`;
      if (told.has(key)) return [];
      told.add(key);
      return checkReference(reference, resolved) ?? [];
    });
}

function checkReference(reference: Reference, resolved: ResolvedCadence): Diagnostic | null {
  const { type, id } = reference;
  const { cadence } = resolved;
  const where = whereIs(reference, resolved);
  const place = placeOf(reference);
  switch (type) {
    case 'parameter':
      if (resolved.parameters.has(id)) return null;
      return diagnose('unknown-parameter', [where, id], withFix(place, addParameter(cadence, id)));
    case 'role':
      if (resolved.roles.has(id)) return null;
      return diagnose('unknown-role', [where, id], withFix(place, addRole(cadence, id)));
    case 'disposition':
      if (resolved.dispositions.has(id)) return null;
      return diagnose(
        'unknown-disposition',
        [where, id],
        withFix(place, addDisposition(cadence, id))
      );
    case 'field':
      if (resolved.fields.has(id)) return null;
      return diagnose('unknown-field', [where, id], withFix(place, addField(cadence, id)));
    case 'mergeField':
      return checkMergeField(reference, resolved);
    case 'step':
      if (resolved.graph.nodes.has(id)) return null;
      return diagnose('unknown-step', [where, id], place);
    case 'action':
      return checkAction(reference, resolved);
    case 'cadence':
      if (!resolved.linked || resolved.linked.has(id)) return null;
      return diagnose('unknown-cadence', [where, id], place);
    case 'fact':
      return diagnose('unknown-fact', [where, id], place);
    case 'signal':
      return null;
  }
}

function checkMergeField(reference: Reference, resolved: ResolvedCadence): Diagnostic | null {
  const { id } = reference;
  const field = id.startsWith('lead.') ? id.slice('lead.'.length) : null;
  if (field !== null && resolved.fields.has(field)) return null;
  const parts = [whereIs(reference, resolved), id] as [string, string];
  const fix = field === null ? null : addField(resolved.cadence, field);
  return diagnose('unknown-merge-field', parts, withFix(placeOf(reference), fix));
}

function checkAction(reference: Reference, resolved: ResolvedCadence): Diagnostic | null {
  const target = resolved.graph.nodes.get(reference.id);
  const where = whereIs(reference, resolved);
  const place = placeOf(reference);
  if (!target) return diagnose('unknown-step', [where, reference.id], place);
  return target.kind === 'action'
    ? null
    : diagnose('not-an-action', [where, nameOf(target)], place);
}

function placeOf({ node, field }: Reference): Place {
  return node === undefined ? { field } : { node, field };
}

/** The step, or the part of the cadence's settings, that a reference is written in. */
function whereIs({ node, field }: Reference, { graph }: ResolvedCadence): string {
  if (node !== undefined) return nameOf(present(graph.nodes.get(node), `node ${node}`));
  return SETTINGS[field] ?? 'The cadence';
}

const SETTINGS: Readonly<Record<string, string>> = {
  dispositions: 'A disposition',
  handlers: 'A handler',
  moves: 'A move',
  rules: 'A rule',
  touchBudget: 'The touch budget'
};
