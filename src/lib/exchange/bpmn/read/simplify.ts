import { hasDefinition, definitionsOf } from './events';
import type { Notes } from './notes';
import type { Sketch, Spot } from './sketch';

/** Takes out whatever leads only pass: merges, forwarding events, gateways with one way on. */
export function simplify(sketch: Sketch, notes: Notes): void {
  for (const spot of sketch.spots) {
    if (spot.node) continue;
    if (isMixed(sketch, spot)) divide(sketch, spot);
  }
  for (const spot of sketch.spots) {
    if (spot.node || !isPassed(sketch, spot)) continue;
    tell(sketch, spot, notes);
    dissolve(sketch, spot);
  }
}

/** A gateway that waits for all paths and starts others: a join and a fork. */
function isMixed(sketch: Sketch, { id, type }: Spot): boolean {
  const both = sketch.in(id).length > 1 && sketch.out(id).length > 1;
  return both && (type === 'bpmn:ParallelGateway' || type === 'bpmn:ComplexGateway');
}

function divide(sketch: Sketch, spot: Spot): void {
  const second = sketch.make(spot.type, spot);
  for (const way of sketch.out(spot.id)) sketch.turn(way, { from: second.id });
  sketch.join(spot.id, second.id);
}

function isPassed(sketch: Sketch, spot: Spot): boolean {
  const { id, type } = spot;
  if (sketch.out(id).length > 1) return type === 'virtual:Pass';
  switch (type) {
    case 'virtual:Pass':
    case 'virtual:Split':
    case 'bpmn:ExclusiveGateway':
    case 'bpmn:InclusiveGateway':
    case 'bpmn:EventBasedGateway':
      return true;
    case 'bpmn:ParallelGateway':
    case 'bpmn:ComplexGateway':
      return sketch.in(id).length < 2;
    case 'bpmn:IntermediateCatchEvent':
      return !hasDefinition(spot, 'Timer', 'Message', 'Signal', 'Conditional');
    case 'bpmn:IntermediateThrowEvent':
      return definitionsOf(spot).length > 0 && !hasDefinition(spot, 'Message', 'Signal');
    default:
      return false;
  }
}

function tell(sketch: Sketch, { id, type, element }: Spot, notes: Notes): void {
  if (!element) return;
  if (type === 'bpmn:InclusiveGateway' && sketch.in(id).length > 1) {
    notes.add(element, 'It waits for some paths only.', 'The paths meet there without waiting.');
  } else if (type.endsWith('Event') && !type.startsWith('virtual:')) {
    notes.add(element, 'Cadences have no such event.', 'It was left out, and the way goes on.');
  }
}

/** Joins what comes in to what goes out; without a way on it becomes an end. */
function dissolve(sketch: Sketch, spot: Spot): void {
  const [next, ...more] = sketch.out(spot.id);
  if (!next) {
    sketch.put({ ...spot, type: 'virtual:End' });
    return;
  }
  if (more.length > 0) {
    sketch.put({ ...spot, type: 'virtual:Split' });
    return;
  }
  for (const way of sketch.in(spot.id)) {
    if (next.to === spot.id) break;
    sketch.turn(way, {
      to: next.to,
      name: way.name || next.name,
      condition: way.condition || next.condition
    });
  }
  sketch.remove(spot.id);
}
