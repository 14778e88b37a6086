import { ok } from '$lib/util';
import type { Cadence } from '../cadence';
import { cadenceFields } from '../schema/cadence';
import type { UpdateCadenceEdit } from './edit';
import { badPart, refuse, type EditKind } from './edit-kind';

type Field = keyof UpdateCadenceEdit['fields'];

const FIELD_NAMES: Readonly<Record<Field, string>> = {
  name: 'name',
  description: 'description',
  goal: 'goal',
  salesModel: 'sales model',
  calendar: 'calendar',
  roles: 'roles',
  fields: 'lead fields',
  dispositions: 'dispositions',
  parameters: 'parameters',
  handlers: 'handlers',
  moves: 'moves',
  rules: 'rules',
  contactWindow: 'contact window',
  exclusivity: 'exclusivity',
  touchBudget: 'touch budget'
};

export const updateCadence: EditKind<UpdateCadenceEdit> = {
  apply(file, { fields }) {
    const cadence: Record<string, unknown> = { ...file.cadence };
    for (const [field, value] of Object.entries(fields)) {
      if (!isField(field)) return refuse('badField', `A cadence has no “${field}” to set.`);
      const schema = cadenceFields[field];
      if (value === null) {
        if (schema.type !== 'exact_optional') {
          return refuse('badField', `The ${FIELD_NAMES[field]} of a cadence cannot be taken away.`);
        }
        delete cadence[field];
      } else {
        const bad = badPart(schema, value);
        if (bad) return { ok: false, error: bad };
        cadence[field] = value;
      }
    }
    return ok({ ...file, cadence: cadence as unknown as Cadence });
  },

  invert({ cadence }, { fields }) {
    const names = Object.keys(fields).filter(isField);
    const before = names.map((name) => [name, cadence[name] ?? null] as const);
    return { kind: 'updateCadence', fields: Object.fromEntries(before) };
  },

  label(_file, { fields }) {
    const names = Object.keys(fields).filter(isField);
    const [only] = names;
    if (only === 'name') return `Rename to ${fields.name ?? ''}`;
    return only !== undefined && names.length === 1
      ? `Change ${FIELD_NAMES[only]}`
      : 'Change settings';
  }
};

function isField(name: string): name is Field {
  return Object.hasOwn(FIELD_NAMES, name);
}
