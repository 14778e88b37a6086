/**
 * Plans of random cadences: blocks within blocks, so that whatever is drawn from them hangs together.
 * Paths of a fork meet at its join, circles take time, every way goes on or ends.
 */
import fc, { type Arbitrary } from 'fast-check';
import {
  EXIT_RESULTS,
  type Condition,
  type Duration,
  type ExitResult,
  type JoinNode,
  type WaitUntil
} from '$lib/domain';
import { actionPlan, type ActionPlan } from './arbitrary-action-plan';
import { condition, delay, gap, rarely, SIGNALS } from './arbitrary-world';

/** How a way ends that does not go on. */
export type EndPlan =
  | {
      readonly type: 'exit';
      readonly result: ExitResult;
      readonly guarded: boolean;
      readonly referral: boolean;
      readonly recycle: boolean;
    }
  | { readonly type: 'handoff'; readonly signal: boolean };

/** Blocks one after another; `end` null: it goes on behind the block it is in. */
export interface WayPlan {
  readonly blocks: readonly BlockPlan[];
  readonly end: EndPlan | null;
}

export interface CasePlan extends WayPlan {
  readonly when: Condition;
  readonly pick: number;
}

export type BranchType = 'condition' | 'disposition' | 'signal' | 'split';

export type BlockPlan =
  | { readonly type: 'action'; readonly action: ActionPlan }
  | { readonly type: 'wait'; readonly until: WaitUntil; readonly met: WayPlan | null }
  | {
      readonly type: 'branch';
      readonly by: BranchType;
      readonly onArrival: boolean;
      readonly cases: readonly CasePlan[];
    }
  | {
      readonly type: 'fork';
      readonly paths: readonly (readonly BlockPlan[])[];
      readonly policy: JoinNode['policy'];
      readonly rest: JoinNode['rest'];
    }
  /** Waits, does its body, and begins again while its condition holds. */
  | {
      readonly type: 'loop';
      readonly wait: Duration;
      readonly body: readonly BlockPlan[];
      readonly pick: number;
    }
  | { readonly type: 'handoff'; readonly signal: boolean }
  | {
      readonly type: 'stage';
      readonly guarded: boolean;
      readonly checklist: boolean;
      readonly sla: 'none' | 'warn' | 'escalate' | 'move';
    };

const seldom = fc.nat(4).map((n) => n === 0);

const exitPlan: Arbitrary<EndPlan> = fc.record({
  type: fc.constant('exit' as const),
  result: fc.constantFrom(...EXIT_RESULTS),
  guarded: seldom,
  referral: seldom,
  recycle: seldom
});

const endPlan: Arbitrary<EndPlan> = fc.oneof(
  { weight: 5, arbitrary: exitPlan },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('handoff' as const), signal: fc.boolean() })
  }
);

const plainWait: Arbitrary<WaitUntil> = fc.oneof(
  { weight: 3, arbitrary: delay.map((each): WaitUntil => ({ type: 'duration', delay: each })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(rarely(fc.tuple(fc.constantFrom('before', 'after'), gap), 2))
      .map(([offset]): WaitUntil =>
        offset === undefined
          ? { type: 'date', field: 'renewal' }
          : { type: 'date', field: 'renewal', offset: { direction: offset[0], by: offset[1] } }
      )
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.subarray(['mon', 'wed', 'fri', 'sun'] as const, { minLength: 1 }),
        fc.constantFrom('00:00', '09:30', '16:59')
      )
      .map(([days, time]): WaitUntil => ({ type: 'weekday', days, time }))
  }
);

const eventWait: Arbitrary<WaitUntil> = fc
  .tuple(fc.subarray([...SIGNALS]), rarely(condition, 2), delay)
  .map(([signals, when, timeout]) => ({
    type: 'event',
    signals: signals.length > 0 || when ? signals : ['reply'],
    ...(when ? { condition: when } : {}),
    timeout
  }));

const plainBlock: Arbitrary<BlockPlan> = fc.oneof(
  {
    weight: 5,
    arbitrary: actionPlan.map((action): BlockPlan => ({ type: 'action', action }))
  },
  {
    weight: 3,
    arbitrary: plainWait.map((until): BlockPlan => ({ type: 'wait', until, met: null }))
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('handoff' as const), signal: fc.boolean() })
  }
);

function blocks(depth: number, maxLength: number, minLength = 0): Arbitrary<BlockPlan[]> {
  return fc.array(depth > 0 ? anyBlock(depth) : plainBlock, { minLength, maxLength });
}

function way(depth: number, ends: number): Arbitrary<WayPlan> {
  return fc.record({
    blocks: blocks(depth, 2),
    end: rarely(endPlan, ends).map((end) => end ?? null)
  });
}

function anyBlock(depth: number): Arbitrary<BlockPlan> {
  const inner = depth - 1;
  return fc.oneof(
    { weight: 6, arbitrary: plainBlock },
    {
      weight: 1,
      arbitrary: fc
        .tuple(eventWait, way(inner, 2))
        .map(([until, met]): BlockPlan => ({ type: 'wait', until, met }))
    },
    {
      weight: 2,
      arbitrary: fc.record({
        type: fc.constant('branch' as const),
        by: fc.constantFrom<BranchType>('condition', 'disposition', 'signal', 'split'),
        onArrival: fc.boolean(),
        cases: fc.array(
          fc
            .tuple(way(inner, 2), condition, fc.nat(20))
            .map(([plan, when, pick]) => ({ ...plan, when, pick })),
          { minLength: 1, maxLength: 3 }
        )
      })
    },
    {
      weight: 2,
      arbitrary: fc.record({
        type: fc.constant('fork' as const),
        paths: fc.array(blocks(inner, 3, 1), { minLength: 2, maxLength: 3 }),
        policy: fc.constantFrom<JoinNode['policy']>(
          { type: 'all' },
          { type: 'any' },
          { type: 'atLeast', count: 2 }
        ),
        rest: fc.constantFrom('cancel', 'detach')
      })
    },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constant('loop' as const),
        wait: gap,
        body: blocks(inner, 2),
        pick: fc.nat(20)
      })
    }
  );
}

const stage: Arbitrary<BlockPlan> = fc.record({
  type: fc.constant('stage' as const),
  guarded: seldom,
  checklist: seldom,
  sla: fc.constantFrom('none', 'warn', 'escalate', 'move')
});

/** The whole way of a cadence; stages stand on it alone, outside all other blocks. */
export const trunkPlan: Arbitrary<WayPlan> = fc
  .tuple(
    fc.array(fc.oneof({ weight: 5, arbitrary: anyBlock(2) }, { weight: 1, arbitrary: stage }), {
      minLength: 1,
      maxLength: 6
    }),
    exitPlan
  )
  .map(([all, end]) => ({ blocks: all, end }));
