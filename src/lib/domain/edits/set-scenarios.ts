import { ok } from '$lib/util';
import { scenariosSchema } from '../schema/file';
import type { SetScenariosEdit } from './edit';
import { badPart, type EditKind } from './edit-kind';
import { scenarioLabel } from './scenario-label';

export const setScenarios: EditKind<SetScenariosEdit> = {
  apply(file, { scenarios }) {
    const bad = badPart(scenariosSchema, scenarios);
    return bad ? { ok: false, error: bad } : ok({ ...file, scenarios });
  },
  invert: ({ scenarios }) => ({ kind: 'setScenarios', scenarios }),
  label: (file, { scenarios }) => scenarioLabel(file, scenarios)
};
