/** Random actions that a compiler can accept, with every feature an action has. */
import fc, { type Arbitrary } from 'fast-check';
import { CHANNELS, MISSING_DATA_POLICIES, type ActionNode, type Channel } from '$lib/domain';
import { compact, delay, gap, OUTCOMES, rarely } from './arbitrary-world';

/** Where the port of a disposition leads. */
export type RoutePlan = 'on' | 'exit' | 'handoff';

/** An action without the parts that depend on its place: id, requirements, targets. */
export interface ActionPlan {
  readonly rest: Omit<ActionNode, 'id' | 'kind' | 'name' | 'routes' | 'requirements' | 'sla'>;
  readonly routes: readonly { readonly disposition: string; readonly to: RoutePlan }[];
  /** Where a refused approval leads, and what `held` is connected to: on. */
  readonly refused: RoutePlan;
  readonly guarded: boolean;
  readonly sla: 'none' | 'warn' | 'escalate' | 'move';
  readonly pick: number;
}

const SENT = new Set<Channel>(['email', 'sms', 'social']);
const TALKS = new Set<Channel>(['call', 'meeting', 'demo', 'social']);

const routeTo = fc.constantFrom<RoutePlan>('on', 'exit', 'exit', 'handoff');

const outcomes = fc
  .subarray(
    OUTCOMES.map(({ id }) => id),
    { minLength: 1 }
  )
  .chain((ids) => fc.shuffledSubarray(ids, { minLength: ids.length, maxLength: ids.length }));

const texts = fc.constantFrom(
  'Hello there',
  'Hello {{lead.name|there}}',
  'Hello {{lead.name}} of {{lead.region|here}}'
);

const checklist = fc.constantFrom(
  [{ id: 'papers', text: 'Papers are here', mandatory: true }],
  [
    { id: 'papers', text: 'Papers are here', mandatory: true },
    { id: 'thanks', text: 'Thanked them', mandatory: false }
  ]
);

const options = fc.record({
  instruction: rarely(fc.constant('Keep it short.')),
  role: rarely(fc.constantFrom('rep', 'late'), 3),
  due: rarely(delay, 2),
  requiredFields: rarely(fc.constantFrom(['region'], ['name', 'score'])),
  checklist: rarely(checklist, 6),
  autoSkipAfter: rarely(gap, 3),
  expireAfter: rarely(gap),
  continueWithoutCompletion: rarely(fc.constant(true), 8),
  missingData: rarely(fc.constantFrom(...MISSING_DATA_POLICIES), 3)
});

const repeat = fc.record({
  times: fc.integer({ min: 1, max: 4 }),
  gap: delay,
  until: fc.subarray(['connected', 'interested', 'not-interested'], { minLength: 1 })
});

const variants = fc.constantFrom(30, 50).map((weight) => [
  { id: 'short', name: 'Short', weight, script: 'Short.', template: { body: 'Short.' } },
  { id: 'long', name: 'Long', weight: 100 - weight, script: 'Long.', template: { body: 'Long.' } }
]);

export const actionPlan: Arbitrary<ActionPlan> = fc
  .record({
    channel: fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom<Channel>('email', 'call', 'sms', 'social') },
      { weight: 1, arbitrary: fc.constantFrom(...CHANNELS) }
    ),
    automatic: fc.nat(2).map((n) => n === 0),
    options,
    text: texts,
    variants: rarely(variants),
    repeat: rarely(repeat, 4),
    outcomes: rarely(outcomes, 2),
    routes: fc.array(fc.tuple(fc.nat(8), routeTo), { maxLength: 3 }),
    heldRoute: rarely(fc.constant(true), 3),
    refused: fc.constantFrom<RoutePlan>('on', 'exit'),
    guarded: fc.nat(5).map((n) => n === 0),
    sla: fc.oneof(
      { weight: 5, arbitrary: fc.constant('none' as const) },
      { weight: 1, arbitrary: fc.constantFrom('warn', 'escalate', 'move') }
    ),
    pick: fc.nat(20)
  })
  .map((drawn) => {
    const { channel, options: kept, text, sla, pick, guarded, refused } = drawn;
    const talks = TALKS.has(channel);
    const sent = SENT.has(channel);
    const automatic = sent && drawn.automatic;
    const offered = talks && !automatic ? (drawn.outcomes ?? []) : [];
    const plain = channel !== 'approval';
    const rest = compact({
      channel,
      ...kept,
      mode: automatic ? ('automatic' as const) : undefined,
      script: talks ? 'Ask how it goes.' : undefined,
      template: sent ? { subject: 'Hello', body: text } : undefined,
      variants: plain ? drawn.variants : undefined,
      repeat: untilOffered(drawn.repeat, offered),
      dispositions: offered.length > 0 ? offered : undefined,
      heldRoute: plain ? drawn.heldRoute : undefined,
      autoSkipAfter: plain ? kept.autoSkipAfter : undefined,
      expireAfter: plain ? kept.expireAfter : undefined,
      continueWithoutCompletion: plain ? kept.continueWithoutCompletion : undefined,
      checklist: automatic ? undefined : kept.checklist,
      requiredFields: automatic ? undefined : kept.requiredFields
    }) as ActionPlan['rest'];
    const routes = drawn.routes.flatMap(([index, to]) => {
      const disposition = rest.dispositions?.[index];
      return disposition === undefined ? [] : [{ disposition, to }];
    });
    const once = routes.filter(
      ({ disposition }, i) => routes.findIndex((other) => other.disposition === disposition) === i
    );
    return { rest, routes: once, refused, guarded, sla, pick };
  });

function untilOffered(
  plan: ActionNode['repeat'],
  offered: readonly string[]
): ActionNode['repeat'] {
  if (!plan) return undefined;
  const until = plan.until.filter((id) => offered.includes(id));
  return until.length > 0 ? { ...plan, until } : undefined;
}
