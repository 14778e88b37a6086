import type { Inner } from './collect';
import type { Notes } from './notes';
import { definitionsOf } from './events';
import type { Sketch, Spot } from './sketch';

/**
 * Puts what stands in processes within the process in line with the rest: each becomes a stage, followed
 * by what was in it, and where that ends the way goes on as it did behind it.
 */
export function splice(sketch: Sketch, inners: readonly Inner[], notes: Notes): void {
  for (const { id, members } of inners) {
    const stage = sketch.spot(id);
    if (!stage) continue;
    if (stage.element) {
      notes.add(
        stage.element,
        'Cadences have no processes within processes.',
        'It became a stage, and its steps follow it.'
      );
    }
    const inside = members.flatMap((member) => sketch.spot(member) ?? []);
    const starts = inside.filter(({ type }) => type === 'bpmn:StartEvent');
    const first = starts.length > 0 ? starts : inside.filter((spot) => isFirst(sketch, spot));
    const ways = sketch.out(id);
    const after = sketch.make('virtual:Split', stage);
    for (const way of ways) sketch.turn(way, { from: after.id });
    for (const spot of inside) leave(sketch, spot, after, ways.length > 0);
    if (ways.length === 0) sketch.remove(after.id);
    for (const spot of first) sketch.join(id, spot.id);
    for (const start of starts) sketch.put({ ...start, type: 'virtual:Pass' });
    sketch.put({ ...stage, type: 'virtual:Stage' });
  }
}

function isFirst(sketch: Sketch, { id, type }: Spot): boolean {
  return type !== 'bpmn:BoundaryEvent' && sketch.in(id).length === 0;
}

/** Where a process within the process ends, the way goes on behind it; ends that end everything stay. */
function leave(sketch: Sketch, spot: Spot, after: Spot, goesOn: boolean): void {
  if (!goesOn || sketch.out(spot.id).length > 0) return;
  const plainEnd = spot.type === 'bpmn:EndEvent' && !spot.node && definitionsOf(spot).length === 0;
  if (plainEnd) sketch.put({ ...spot, type: 'virtual:Pass' });
  if (plainEnd || spot.type !== 'bpmn:EndEvent') sketch.join(spot.id, after.id);
}
