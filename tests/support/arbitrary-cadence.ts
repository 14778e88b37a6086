/** Random cadences: sound ones of every kind and feature, and wild ones. */
import fc, { type Arbitrary } from 'fast-check';
import {
  EXIT_RESULTS,
  portsOf,
  type Cadence,
  type CadenceNode,
  type EntryNode,
  type Handler,
  type Move,
  type NodeId,
  type Rule
} from '$lib/domain';
import { arbitraryCadence } from './arbitrary-cadence-file';
import { trunkPlan } from './arbitrary-plan';
import {
  calendar,
  compact,
  condition,
  contactHours,
  delay,
  gap,
  OUTCOMES,
  rarely,
  requirementOn,
  SIGNALS,
  WORLD
} from './arbitrary-world';
import { Drawing, OTHER_CADENCE } from './draw-plan';

/** The id of every sound cadence; handoffs lead to `OTHER_CADENCE`. */
export const CADENCE = '01jd00000000000000000000aa';
export { OTHER_CADENCE };

const signal = fc.constantFrom(...SIGNALS);
const disposition = fc.constantFrom(...OUTCOMES.map(({ id }) => id));

const entryPlan: Arbitrary<EntryNode> = fc
  .record({
    criteria: rarely(condition, 6),
    reEntry: rarely(
      fc.record({
        policy: fc.constantFrom('never' as const, 'afterExit' as const, 'always' as const)
      })
    ),
    signals: rarely(fc.constant(['reply']), 6)
  })
  .map((rest) => ({ id: 'start', kind: 'entry', name: 'Start', ...compact(rest) }));

/** Where an effect or a move leads is chosen when the steps are there. */
type EffectPlan = 'exit' | 'jump' | 'start' | 'pause';

const handlerPlan = fc.record({
  on: fc.oneof(
    signal.map((each): Handler['on'] => ({ type: 'signal', signal: each })),
    disposition.map((each): Handler['on'] => ({ type: 'disposition', disposition: each }))
  ),
  when: rarely(condition, 4),
  effect: fc.constantFrom<EffectPlan>('exit', 'jump', 'start', 'pause'),
  until: delay,
  pick: fc.nat(20)
});

const movePlan = fc.record({ guarded: fc.boolean(), pick: fc.nat(20) });

const rulePlan = fc.constantFrom<Rule['type']>('exitRequires', 'maxTouchesPerDay', 'verdictWithin');

const settings = fc.record({
  calendar,
  handlers: rarely(fc.array(handlerPlan, { minLength: 1, maxLength: 3 }), 2),
  moves: rarely(fc.array(movePlan, { minLength: 1, maxLength: 2 }), 3),
  rules: rarely(fc.uniqueArray(rulePlan, { minLength: 1, maxLength: 2 }), 3),
  contactWindow: rarely(
    fc.constant({ hours: contactHours, zones: ['America/New_York', 'Asia/Tokyo'] }),
    4
  ),
  touchBudget: rarely(fc.record({ atMost: fc.integer({ min: 1, max: 4 }), within: gap }), 4),
  exclusivity: rarely(fc.constantFrom('none' as const, 'exclusive' as const, 'all' as const), 4),
  limit: fc.integer({ min: 5, max: 60 })
});

/** A cadence that a compiler can accept, built of nested blocks with everything the language has. */
export function validCadence(): Arbitrary<Cadence> {
  return fc.tuple(entryPlan, trunkPlan, settings).map(([entry, trunk, plan]) => {
    const drawing = new Drawing(entry);
    drawing.way(trunk, [{ from: entry.id, port: 'next' }]);
    const { targets, channels, edges } = drawing;
    const exits = drawing.nodes.flatMap(({ id, kind }) => (kind === 'exit' ? [id] : []));
    const nodes = drawing.nodes.map((node) => withTarget(node, [...targets, ...exits]));
    const { handlers, moves, rules, limit, ...rest } = plan;
    const place = { targets, exits };
    return {
      id: CADENCE,
      name: 'Random cadence',
      ...WORLD,
      nodes,
      edges,
      ...compact({
        ...rest,
        handlers: handlers?.map((each, i) => handlerOf(each, i, place)),
        moves: moves?.map(({ guarded, pick }, i): Move => ({
          id: `m${i}`,
          name: `Move ${i}`,
          to: pickOf([...targets, ...exits], pick),
          ...(guarded ? { requirements: [requirementOn(channels, pick)] } : {})
        })),
        rules: rules?.map((type, i) => ruleOf(type, i, limit, nodes, channels))
      })
    } as Cadence;
  });
}

interface Places {
  readonly targets: readonly NodeId[];
  readonly exits: readonly NodeId[];
}

function handlerOf(
  plan: typeof handlerPlan extends Arbitrary<infer T> ? T : never,
  index: number,
  { targets, exits }: Places
): Handler {
  const { on, when, effect, until, pick } = plan;
  const base = { id: `h${index}`, name: `Handler ${index}`, on, ...(when ? { when } : {}) };
  if (effect === 'pause') return { ...base, effect: { type: effect, until } };
  if (effect === 'start') return { ...base, effect: { type: effect, cadence: OTHER_CADENCE } };
  return effect === 'jump' && targets.length > 0
    ? { ...base, effect: { type: effect, to: pickOf(targets, pick) } }
    : { ...base, effect: { type: 'exit', to: pickOf(exits, pick) } };
}

function ruleOf(
  type: Rule['type'],
  index: number,
  limit: number,
  nodes: readonly CadenceNode[],
  channels: readonly Cadence['nodes'][number]['kind'][] | readonly string[]
): Rule {
  const id = `r${index}`;
  if (type === 'verdictWithin') return { id, type, limit: { amount: limit, unit: 'businessDays' } };
  if (type === 'maxTouchesPerDay') return { id, type, atMost: 1 + (limit % 3) };
  const channel = channels[limit % Math.max(1, channels.length)] as 'call' | undefined;
  const exit = nodes.find((node) => node.kind === 'exit');
  return {
    id,
    type,
    result: exit?.kind === 'exit' ? exit.result : EXIT_RESULTS[0],
    counts: channel === undefined ? [] : [{ channel, atLeast: 1 }]
  };
}

function pickOf(ids: readonly NodeId[], pick: number): NodeId {
  return ids[pick % Math.max(1, ids.length)] ?? 'start';
}

/** A time limit that moves the lead moves it to one of these steps. */
function withTarget(node: CadenceNode, ids: readonly NodeId[]): CadenceNode {
  if ((node.kind !== 'stage' && node.kind !== 'action') || !node.sla) return node;
  const to = pickOf(ids, node.id.length + ids.length);
  const sla = node.sla.map((each) => (each.action === 'move' ? { ...each, to } : each));
  return { ...node, sla };
}

/** Sound steps wired at random: ports of any step lead to any other, some to none. */
const rewired: Arbitrary<Cadence> = fc
  .tuple(validCadence(), fc.array(fc.nat(1000), { minLength: 1, maxLength: 12 }))
  .map(([cadence, turns]) => {
    const ports = cadence.nodes.flatMap((node) =>
      portsOf(node, cadence).map((port) => ({ from: node.id, port: port.id }))
    );
    const all = ports.flatMap(({ from, port }, i) => {
      const kept = cadence.edges.find((edge) => edge.from === from && edge.port === port);
      const turn = turns[i % turns.length] ?? 0;
      if (turn % 5 === 0) return [];
      const to = turn % 2 === 0 ? kept?.to : cadence.nodes[turn % cadence.nodes.length]?.id;
      return to === undefined ? [] : [{ id: `e${i}`, from, port, to }];
    });
    return { ...cadence, edges: all };
  });

/** A cadence in any state: whatever parses. */
export function anyCadence(): Arbitrary<Cadence> {
  return fc.oneof(arbitraryCadence, rewired, validCadence());
}
