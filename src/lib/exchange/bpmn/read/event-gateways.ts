import { freeId, newNode, type Duration } from '$lib/domain';
import { hasDefinition, signalsOf, timeOf } from './events';
import type { Notes } from './notes';
import type { Sketch, Spot, Way } from './sketch';

/** Gateways that wait for whichever event comes first are waits, and their timer is the limit. */
export function takeEventGateways(sketch: Sketch, notes: Notes): void {
  for (const spot of sketch.spots) {
    if (spot.type === 'bpmn:EventBasedGateway' && !spot.node) take(sketch, spot, notes);
  }
}

interface Choice {
  readonly way: Way;
  readonly event: Spot;
}

function take(sketch: Sketch, gateway: Spot, notes: Notes): void {
  const choices = sketch.out(gateway.id).flatMap((way): Choice[] => {
    const event = sketch.spot(way.to);
    const fits = event && !event.node && isEvent(event) && sketch.in(event.id).length === 1;
    return fits ? [{ way, event }] : [];
  });
  const timers = choices.filter(({ event }) => hasDefinition(event, 'Timer'));
  const hopes = choices.filter((choice) => !timers.includes(choice));
  const [timer] = timers;
  const whole = choices.length === sketch.out(gateway.id).length && timers.length < 2;
  if (!whole || hopes.length === 0) {
    if (gateway.element) {
      notes.add(
        gateway.element,
        'A wait is for messages or signals, with one time limit.',
        'It became a branch, for you to finish.'
      );
    }
    return;
  }
  const limit = timer ? timeOf(timer.event, notes) : null;
  const signals = [...new Set(hopes.flatMap(({ event }) => signalsOf(event)))];
  sketch.put({ ...gateway, node: waitFor(gateway, hopes, signals, limit) });
  for (const { way } of choices) sketch.unlink(way);
  if (timer) follow(sketch, timer.event, gateway.id, 'timeout');
  const [only, ...others] = hopes;
  if (only && others.length === 0) follow(sketch, only.event, gateway.id, 'met');
  else tellApart(sketch, gateway, hopes);
}

function isEvent({ type }: Spot): boolean {
  return type === 'bpmn:IntermediateCatchEvent' || type === 'bpmn:ReceiveTask';
}

function waitFor(
  gateway: Spot,
  hopes: readonly Choice[],
  signals: readonly string[],
  limit: Duration | null
) {
  const [first] = hopes;
  return newNode('wait', gateway.id, {
    name: gateway.name || first?.event.name || 'Wait for a signal',
    until: { type: 'event', signals, ...(limit ? { timeout: limit } : {}) }
  });
}

/** Ways out of `spot` leave from there instead. */
function follow(sketch: Sketch, spot: Spot, from: string, port: string): void {
  for (const way of sketch.out(spot.id)) sketch.turn(way, { from, port });
  sketch.remove(spot.id);
}

/** Which of several events came, a branch finds out. */
function tellApart(sketch: Sketch, gateway: Spot, hopes: readonly Choice[]): void {
  const taken = ['default'];
  const cases = hopes.map(({ event }) => {
    const [signal = 'message'] = signalsOf(event);
    const id = freeId(taken, event.name || signal);
    taken.push(id);
    return { id, name: event.name || signal, signal };
  });
  const branch = sketch.make('virtual:Branch', gateway);
  sketch.put({
    ...branch,
    node: newNode('branch', branch.id, { name: 'What came?', by: { type: 'signal', cases } })
  });
  sketch.join(gateway.id, branch.id, { port: 'met' });
  hopes.forEach(({ event }, i) => follow(sketch, event, branch.id, cases[i]?.id ?? 'default'));
}
