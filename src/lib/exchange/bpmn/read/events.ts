import { children, child, textOf, type Element } from '../moddle';
import { durationFrom } from '../iso-duration';
import { freeId, type Duration } from '$lib/domain';
import type { Notes } from './notes';
import { timerOf } from './own-data';
import type { Sketch, Spot } from './sketch';

export function definitionsOf({ element }: Pick<Spot, 'element'>): readonly Element[] {
  return element ? children(element, 'eventDefinitions') : [];
}

/** Whether the spot waits or is waited for by this sort of event, as "Timer" or "Message". */
export function hasDefinition(spot: Spot, ...sorts: readonly string[]): boolean {
  return definitionsOf(spot).some(({ $type }) =>
    sorts.some((sort) => $type === `bpmn:${sort}EventDefinition`)
  );
}

/** The id of a signal: what the event refers to, or what it is called. */
export function signalsOf(spot: Spot): readonly string[] {
  const { element } = spot;
  const refs = [
    ...definitionsOf(spot).flatMap((definition) => [
      child(definition, 'signalRef'),
      child(definition, 'messageRef')
    ]),
    element && child(element, 'messageRef')
  ];
  const names = refs.flatMap((ref) => textOf(ref, 'name') || []);
  const said = names.length > 0 ? names : [spot.name || 'message'];
  return [...new Set(said.map((name) => freeId([], name)))];
}

/** How long a timer runs; null where it says no time that a wait can have. */
export function timeOf(spot: Spot, notes: Notes): Duration | null {
  if (!spot.element) return null;
  const text = timerOf(spot.element);
  const read = durationFrom(text);
  if (read?.exact === false) {
    notes.add(
      spot.element,
      `“${text}” is no whole number of minutes, hours or days.`,
      'The nearest time was taken.'
    );
  }
  return read?.duration ?? null;
}

/** Ways that leave the page at one event and come back at another of the same name are ways. */
export function joinLinks(sketch: Sketch, notes: Notes): void {
  const links = sketch.spots.filter((spot) => !spot.node && hasDefinition(spot, 'Link'));
  const nameOf = (spot: Spot) => textOf(definitionsOf(spot)[0] ?? null, 'name') || spot.name;
  const ends = new Map(
    links
      .filter(({ type }) => type === 'bpmn:IntermediateCatchEvent')
      .map((spot) => [nameOf(spot), spot])
  );
  for (const spot of links) {
    const pass = { ...spot, type: 'virtual:Pass' };
    sketch.put(pass);
    if (spot.type === 'bpmn:IntermediateCatchEvent') continue;
    const end = ends.get(nameOf(spot));
    if (end) sketch.join(spot.id, end.id);
    else if (spot.element)
      notes.add(spot.element, 'No link of that name leads on.', 'The way ends there.');
  }
}

/** A timer on a wait for a message is its limit. Nothing else can interrupt a step. */
export function takeBoundaries(
  sketch: Sketch,
  hosts: ReadonlyMap<string, string>,
  notes: Notes
): ReadonlyMap<string, Duration | null> {
  const limits = new Map<string, Duration | null>();
  for (const [id, hostId] of hosts) {
    const spot = sketch.spot(id);
    const host = sketch.spot(hostId);
    if (!spot) continue;
    const waits = host && (host.node?.kind === 'wait' || host.type === 'bpmn:ReceiveTask');
    if (waits && hasDefinition(spot, 'Timer') && !limits.has(hostId)) {
      limits.set(hostId, host.node ? null : timeOf(spot, notes));
      for (const way of sketch.out(id)) sketch.turn(way, { from: hostId, port: 'timeout' });
    } else if (spot.element) {
      notes.add(
        spot.element,
        'Nothing interrupts a step of a cadence while it is being done.',
        'It was left out; what follows it stays, for you to connect.'
      );
    }
    sketch.remove(id);
  }
  return limits;
}
