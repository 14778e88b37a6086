import { ok } from '$lib/util';
import { edgeEndFaults } from '../parse/edge-ends';
import { cadenceSchema } from '../schema/cadence';
import { layoutSchema, scenariosSchema } from '../schema/file';
import type { ReplaceContentEdit } from './edit';
import { badPart, refuse, type EditKind } from './edit-kind';

export const replaceContent: EditKind<ReplaceContentEdit> = {
  apply(file, { cadence, layout, scenarios }) {
    const bad =
      badPart(cadenceSchema, cadence) ??
      badPart(layoutSchema, layout) ??
      badPart(scenariosSchema, scenarios);
    if (bad) return { ok: false, error: bad };
    const [end] = edgeEndFaults(cadence, ['cadence']);
    if (end) return refuse('badField', `${end.path} ${end.message}`);
    // A copy has another id than its undo log knows.
    const { id } = file.cadence;
    const kept = cadence.id === id ? cadence : { ...cadence, id };
    return ok({ ...file, cadence: kept, layout, scenarios });
  },

  invert: ({ cadence, layout, scenarios }) => ({
    kind: 'replaceContent',
    cadence,
    layout,
    scenarios
  }),

  label: () => 'Replace everything'
};
