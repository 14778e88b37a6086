import * as v from 'valibot';
import { FORMAT, type CadenceFile, type Layout, type Position } from '../file';
import { cadenceSchema } from './cadence';
import { bySlug, number } from './scalars';
import { scenarioSchema } from './scenario';
import { list, shape, type Schema } from './shapes';

export const positionSchema: Schema<Position> = shape({ x: number, y: number });

const layoutSchema: Schema<Layout> = shape({
  direction: v.exactOptional(v.picklist(['down', 'right'])),
  positions: bySlug(positionSchema)
});

export const scenariosSchema = list(scenarioSchema, 'id');

export const fileSchema: Schema<CadenceFile> = shape({
  format: v.literal(FORMAT),
  cadence: cadenceSchema,
  layout: layoutSchema,
  scenarios: scenariosSchema,
  linked: list(shape({ cadence: cadenceSchema, layout: layoutSchema }))
});
