import { isSlug, type Cadence, type LeadField, type Slug } from '$lib/domain';
import type { QuickFix } from '../diagnostics/diagnostic';
import { changeCadence } from './fixes';

/** The parameter, one business day long until it is changed. */
export function addParameter({ parameters }: Cadence, id: Slug): QuickFix {
  const duration = { amount: 1, unit: 'businessDays' } as const;
  return changeCadence(`Add the parameter “${id}” with 1 business day`, {
    parameters: [...parameters, { id, name: nameFrom(id), duration }]
  });
}

export function addRole({ roles }: Cadence, id: Slug): QuickFix {
  return changeCadence(`Add the role “${id}”`, { roles: [...roles, { id, name: nameFrom(id) }] });
}

/** Null when the name cannot be that of a disposition, or is one of a port of every step. */
export function addDisposition({ dispositions }: Cadence, id: Slug): QuickFix | null {
  if (!isSlug(id) || id === 'done' || id === 'held' || id === 'default') return null;
  const plain = { answered: true, sentiment: 'neutral', action: 'advance' } as const;
  return changeCadence(`Add the disposition “${id}”`, {
    dispositions: [...dispositions, { id, name: nameFrom(id), ...plain }]
  });
}

/** Null when the name cannot be that of a field. */
export function addField({ fields }: Cadence, id: Slug): QuickFix | null {
  if (!isSlug(id)) return null;
  return changeCadence(`Add the lead field “${id}”`, {
    fields: [...fields, { id, name: nameFrom(id), type: 'text' }]
  });
}

/** A field that another cadence asks for, as it is there; whether leads must have it here is left open. */
export function copyField({ fields }: Cadence, { required: _, ...field }: LeadField): QuickFix {
  return changeCadence(`Add the lead field “${field.name || field.id}”`, {
    fields: [...fields, field]
  });
}

export function addChoice({ fields }: Cadence, id: Slug, choice: string): QuickFix {
  const name = fields.find((field) => field.id === id)?.name;
  return changeCadence(`Add “${choice}” to the list of “${name || id}”`, {
    fields: fields.map((field) =>
      field.id === id ? { ...field, choices: [...(field.choices ?? []), choice] } : field
    )
  });
}

/** `first-gap` → `First gap`. */
function nameFrom(id: Slug): string {
  const words = id.replaceAll('-', ' ').trim();
  return words === '' ? id : words.charAt(0).toUpperCase() + words.slice(1);
}
