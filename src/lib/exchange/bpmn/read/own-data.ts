import {
  blankCadenceFile,
  parseCadenceValue,
  resolveDelay,
  type CadenceNode,
  type Position
} from '$lib/domain';
import { durationFrom, isoOf } from '../iso-duration';
import { elementTypeOf } from '../kinds';
import { child, children, textOf, type Element } from '../moddle';

const BLANK = blankCadenceFile({ id: '00000000000000000000000000', name: '' });

/** What an export of ours kept of a step. */
export interface OwnStep {
  readonly node: CadenceNode;
  readonly at: number;
  readonly place: Position | null;
}

type Data = Readonly<Record<string, unknown>>;

/** The data of ours on an element; null where there is none, or none that can be read. */
export function ownData(element: Element, type: string): Data | null {
  const values = child(element, 'extensionElements');
  const found = values && children(values, 'values').find(({ $type }) => $type === type);
  if (!found) return null;
  try {
    const data: unknown = JSON.parse(textOf(found, 'json'));
    if (data === null || typeof data !== 'object') return null;
    return { ...(data as Data), at: found['at'] };
  } catch {
    return null;
  }
}

/**
 * The step that an export of ours kept on this element. Null without one, and when the element has
 * since become one of another kind: then what it is now counts.
 */
export function ownStep(element: Element): OwnStep | null {
  const data = ownData(element, 'cadenza:Step');
  if (!data) return null;
  const parsed = parseCadenceValue({
    ...BLANK,
    cadence: { ...BLANK.cadence, nodes: [data['node']], edges: [] },
    layout: { positions: data['place'] ? { place: data['place'] } : {} }
  });
  const node = parsed.ok ? parsed.value.cadence.nodes[0] : undefined;
  if (!parsed.ok || !node || elementTypeOf(node) !== element.$type) return null;
  const at = typeof data['at'] === 'number' ? data['at'] : Infinity;
  return { node, at, place: parsed.value.layout.positions['place'] ?? null };
}

/** The time of a timer in ISO 8601; empty where there is none. */
export function timerOf(element: Element, property = 'timeDuration'): string {
  const timer = definitionOf(element, 'bpmn:TimerEventDefinition');
  return timer ? textOf(child(timer, property), 'body').trim() : '';
}

function definitionOf(element: Element, type: string): Element | undefined {
  return children(element, 'eventDefinitions').find(({ $type }) => $type === type);
}

/** The wait with the time that its timer has now, if somebody has set it elsewhere since; counted as before. */
export function withTimer(node: CadenceNode, element: Element): CadenceNode {
  if (node.kind !== 'wait' || node.until.type !== 'duration') return node;
  const read = durationFrom(timerOf(element));
  if (!read || 'parameter' in node.until.delay) return node;
  const before = resolveDelay(node.until.delay, []);
  if (!before || isoOf(before) === timerOf(element)) return node;
  const { amount, unit } = read.duration;
  const business = {
    minutes: 'businessMinutes',
    hours: 'businessHours',
    days: 'businessDays',
    weeks: 'weeks'
  } as const;
  const counted =
    before.unit.startsWith('business') && unit in business
      ? business[unit as keyof typeof business]
      : unit;
  return { ...node, until: { type: 'duration', delay: { amount, unit: counted } } };
}
