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
    if (cadence.id !== file.cadence.id) return refuse('badField', 'A cadence keeps its id.');
    const [end] = edgeEndFaults(cadence, ['cadence']);
    if (end) return refuse('badField', `${end.path} ${end.message}`);
    return ok({ ...file, cadence, layout, scenarios });
  },

  invert: ({ cadence, layout, scenarios }) => ({
    kind: 'replaceContent',
    cadence,
    layout,
    scenarios
  }),

  label: () => 'Replace everything'
};
