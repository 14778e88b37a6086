import * as v from 'valibot';
import { FORMAT, type CadenceFile, type Frame, type Layout, type Position } from '../file';
import { STAGE_COLORS } from '../kinds/stage';
import { cadenceSchema } from './cadence';
import { bySlug, number, slug, text } from './scalars';
import { scenarioSchema } from './scenario';
import { list, listOfAtMost, shape, type Schema } from './shapes';

export const positionSchema: Schema<Position> = shape({ x: number, y: number });

/** More corners than any edge has, and more frames than any drawing. */
const MOST = { corners: 200, frames: 200 };

export const routeSchema: Schema<readonly Position[]> = v.pipe(
  listOfAtMost(MOST.corners, positionSchema),
  v.minLength(2, 'must have two ends')
);

const frameSchema: Schema<Frame> = shape({
  id: slug,
  name: text,
  color: v.picklist(STAGE_COLORS),
  nodes: list(slug)
});

export const framesSchema: Schema<readonly Frame[]> = listOfAtMost(MOST.frames, frameSchema, 'id');

export const layoutSchema: Schema<Layout> = shape({
  direction: v.exactOptional(v.picklist(['down', 'right'])),
  positions: bySlug(positionSchema),
  routes: v.exactOptional(bySlug(routeSchema)),
  frames: v.exactOptional(framesSchema)
});

export const scenariosSchema = list(scenarioSchema, 'id');

export const fileSchema: Schema<CadenceFile> = shape({
  format: v.literal(FORMAT),
  cadence: cadenceSchema,
  layout: layoutSchema,
  scenarios: scenariosSchema,
  linked: list(shape({ cadence: cadenceSchema, layout: layoutSchema }))
});
