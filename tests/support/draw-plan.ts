/** Draws the blocks of a plan as steps and connections. */
import type {
  ActionNode,
  BranchBy,
  CadenceEdge,
  CadenceNode,
  Channel,
  NodeId,
  Requirement,
  SlaThreshold
} from '$lib/domain';
import type { RoutePlan } from './arbitrary-action-plan';
import type { BlockPlan, EndPlan, WayPlan } from './arbitrary-plan';
import { requirementOn, SIGNALS } from './arbitrary-world';

/** A cadence that handoffs lead to. */
export const OTHER_CADENCE = '01jd00000000000000000000bb';

/** A port that nothing is connected to yet. */
interface Loose {
  readonly from: NodeId;
  readonly port: string;
}

type SlaPlan = 'none' | SlaThreshold['action'];
type BlockOf<T extends BlockPlan['type']> = Extract<BlockPlan, { type: T }>;

/** A drawing under way: each block takes the loose ports before it, and leaves those behind it. */
export class Drawing {
  readonly nodes: CadenceNode[] = [];
  readonly edges: CadenceEdge[] = [];
  /** Steps outside forks that a jump may lead to. */
  readonly targets: NodeId[] = [];
  /** Channels of the actions outside branches and forks, so far. */
  readonly channels: Channel[] = [];
  readonly #exits = new Map<string, NodeId>();
  readonly #asked: NodeId[] = [];
  #depth = 0;
  #forks = 0;
  #stage = 0;

  constructor(entry: CadenceNode) {
    this.nodes.push(entry);
  }

  way({ blocks, end }: WayPlan, loose: readonly Loose[]): readonly Loose[] {
    const left = blocks.reduce((ports, block) => this.#block(block, ports), loose);
    if (!end) return left;
    this.#end(end, left);
    return [];
  }

  /** Adds a step behind the loose ports. */
  #place<N extends CadenceNode>(node: N, loose: readonly Loose[]): N {
    this.nodes.push(node);
    for (const port of loose) this.#connect(port, node.id);
    if (this.#forks === 0 && (node.kind === 'action' || node.kind === 'wait')) {
      this.targets.push(node.id);
    }
    return node;
  }

  #connect({ from, port }: Loose, to: NodeId): void {
    this.edges.push({ id: `e${this.edges.length + 1}`, from, port, to });
  }

  #id(kind: string): NodeId {
    return `${kind}-${this.nodes.length}`;
  }

  /** Something deeper than the trunk, where not every lead passes. */
  #inside<T>(draw: () => T): T {
    this.#depth += 1;
    const result = draw();
    this.#depth -= 1;
    return result;
  }

  #block(block: BlockPlan, loose: readonly Loose[]): readonly Loose[] {
    switch (block.type) {
      case 'action':
        return this.#action(block, loose);
      case 'wait':
        return this.#wait(block, loose);
      case 'branch':
        return this.#branch(block, loose);
      case 'fork':
        return this.#fork(block, loose);
      case 'loop':
        return this.#loop(block, loose);
      case 'stage':
        return this.#stageBlock(block, loose);
      case 'handoff':
        return [{ from: this.#handoff(block.signal, 'continue', loose), port: 'next' }];
    }
  }

  #action({ action }: BlockOf<'action'>, loose: readonly Loose[]): readonly Loose[] {
    const id = this.#id(action.rest.channel);
    const node: ActionNode = {
      ...action.rest,
      id,
      kind: 'action',
      name: `Step ${this.nodes.length}`,
      ...(action.routes.length > 0
        ? { routes: action.routes.map(({ disposition }) => disposition) }
        : {}),
      ...(action.guarded ? { requirements: this.#requirements(action.pick) } : {}),
      ...slaOf(action.sla)
    };
    this.#place(node, loose);
    if (this.#depth === 0) this.channels.push(node.channel);
    if (node.dispositions) this.#asked.push(id);
    const out: Loose[] = [{ from: id, port: 'done' }];
    for (const { disposition, to } of action.routes) {
      out.push(...this.#route(id, disposition, to, action.pick % 4 > 0));
    }
    if (node.heldRoute) out.push({ from: id, port: 'held' });
    if (node.channel === 'approval') {
      out.push(...this.#route(id, 'refused', action.refused, false));
    }
    return out;
  }

  #route(from: NodeId, port: string, to: RoutePlan, guarded: boolean): readonly Loose[] {
    const loose = [{ from, port }];
    if (to === 'on') return loose;
    if (to === 'handoff') this.#end({ type: 'handoff', signal: false }, loose);
    else this.#end({ ...PLAIN_EXIT, guarded, result: EXIT_OF[port] ?? 'completed' }, loose);
    return [];
  }

  #wait({ until, met }: BlockOf<'wait'>, loose: readonly Loose[]): readonly Loose[] {
    const id = this.#id('wait');
    this.#place({ id, kind: 'wait', name: `Wait ${this.nodes.length}`, until }, loose);
    if (until.type !== 'event') return [{ from: id, port: 'next' }];
    const further = met ? this.#inside(() => this.way(met, [{ from: id, port: 'met' }])) : [];
    return [{ from: id, port: 'timeout' }, ...further];
  }

  #branch(block: BlockOf<'branch'>, loose: readonly Loose[]): readonly Loose[] {
    const id = this.#id('branch');
    this.#place(
      {
        id,
        kind: 'branch',
        name: `Branch ${this.nodes.length}`,
        by: this.#by(block),
        ...(block.onArrival ? { evaluate: 'onArrival' as const } : {})
      },
      loose
    );
    const ways = this.#inside(() =>
      block.cases.flatMap((plan, i) => this.way(plan, [{ from: id, port: `c${i}` }]))
    );
    return [{ from: id, port: block.by === 'split' ? 'rest' : 'default' }, ...ways];
  }

  #by({ by, cases }: BlockOf<'branch'>): BranchBy {
    const named = cases.map((each, i) => ({ ...each, base: { id: `c${i}`, name: `Case ${i}` } }));
    switch (by) {
      case 'condition':
        return { type: by, cases: named.map(({ base, when }) => ({ ...base, when })) };
      case 'signal': {
        const signal = (pick: number) => SIGNALS[pick % SIGNALS.length] ?? 'reply';
        return {
          type: by,
          cases: named.map(({ base, pick }) => ({ ...base, signal: signal(pick) }))
        };
      }
      case 'disposition': {
        const of = this.#asked.at(-1);
        const from = ['connected', 'interested', 'no-answer', 'not-interested'];
        const ways = named.map(({ base }, i) => ({ ...base, dispositions: from.slice(i, i + 1) }));
        return of === undefined || cases[0]?.pick === 0
          ? { type: by, cases: ways }
          : { type: by, of, cases: ways };
      }
      case 'split': {
        const rest = { id: 'rest', name: 'The rest', weight: 100 - 20 * cases.length };
        return { type: by, cases: [...named.map(({ base }) => ({ ...base, weight: 20 })), rest] };
      }
    }
  }

  #fork({ paths, policy, rest }: BlockOf<'fork'>, loose: readonly Loose[]): readonly Loose[] {
    const id = this.#id('fork');
    const named = paths.map((_, i) => ({ id: `p${i}`, name: `Path ${i}` }));
    this.#place({ id, kind: 'fork', name: `Fork ${this.nodes.length}`, paths: named }, loose);
    this.#forks += 1;
    const ways = this.#inside(() =>
      paths.flatMap((blocks, i) => this.way({ blocks, end: null }, [{ from: id, port: `p${i}` }]))
    );
    const join = this.#id('join');
    this.#place({ id: join, kind: 'join', name: 'Join', fork: id, policy, rest }, ways);
    this.#forks -= 1;
    return [{ from: join, port: 'next' }];
  }

  #loop({ wait, body, pick }: BlockOf<'loop'>, loose: readonly Loose[]): readonly Loose[] {
    const first = this.#id('again');
    const until = { type: 'duration', delay: wait } as const;
    this.#place({ id: first, kind: 'wait', name: `Round ${this.nodes.length}`, until }, loose);
    const done = this.way({ blocks: body, end: null }, [{ from: first, port: 'next' }]);
    const id = this.#id('branch');
    const when =
      pick % 2 === 0
        ? { 'days.enrolled': { $lt: 5 + pick } }
        : { 'last.disposition': { $in: ['no-answer', 'busy'] } };
    const by: BranchBy = { type: 'condition', cases: [{ id: 'again', name: 'Again', when }] };
    this.#place({ id, kind: 'branch', name: `Again ${this.nodes.length}?`, by }, done);
    this.#connect({ from: id, port: 'again' }, first);
    return [{ from: id, port: 'default' }];
  }

  #stageBlock(plan: BlockOf<'stage'>, loose: readonly Loose[]): readonly Loose[] {
    this.#stage += 1;
    const id = `stage-${this.#stage}`;
    const item = { id: 'known', text: 'The buyer is known', mandatory: true };
    this.#place(
      {
        id,
        kind: 'stage',
        name: `Stage ${this.#stage}`,
        ...(plan.checklist ? { checklist: [item] } : {}),
        ...(plan.guarded ? { requirements: this.#requirements(this.nodes.length) } : {}),
        ...slaOf(plan.sla)
      },
      loose
    );
    return [{ from: id, port: 'next' }];
  }

  #end(plan: EndPlan, loose: readonly Loose[]): void {
    if (plan.type === 'handoff') {
      this.#handoff(plan.signal, 'end', loose);
      return;
    }
    const key = `${this.#stage} ${plan.result} ${plan.guarded}`;
    const known = this.#exits.get(key);
    if (known !== undefined) {
      for (const port of loose) this.#connect(port, known);
      return;
    }
    const id = this.#id('exit');
    this.#exits.set(key, id);
    this.#place(
      {
        id,
        kind: 'exit',
        name: `End ${this.nodes.length}`,
        result: plan.result,
        ...(plan.guarded ? { requirements: this.#requirements(this.nodes.length) } : {}),
        ...(plan.referral ? { askReferral: true } : {}),
        ...(plan.recycle ? { recycle: { after: { amount: 30, unit: 'days' as const } } } : {})
      },
      loose
    );
  }

  #handoff(signal: boolean, then: 'continue' | 'end', loose: readonly Loose[]): NodeId {
    const id = this.#id('handoff');
    const fields = [{ from: 'region', to: 'region' }];
    const to = signal
      ? ({ type: 'signal', signal: 'handed-over' } as const)
      : ({ type: 'enroll', cadence: OTHER_CADENCE, fields } as const);
    this.#place({ id, kind: 'handoff', name: `Hand over ${this.nodes.length}`, to, then }, loose);
    return id;
  }

  #requirements(pick: number): readonly Requirement[] {
    return [requirementOn(this.channels, pick)];
  }
}

const PLAIN_EXIT = { type: 'exit', referral: false, recycle: false } as const;

const EXIT_OF: Readonly<Record<string, 'qualified' | 'notInterested' | 'optedOut' | 'badData'>> = {
  interested: 'qualified',
  'not-interested': 'notInterested',
  refused: 'notInterested',
  stop: 'optedOut',
  'bad-data': 'badData'
};

/** `to` of a move is filled in once all steps are there. */
function slaOf(action: SlaPlan): { sla?: readonly SlaThreshold[] } {
  if (action === 'none') return {};
  const after = { amount: 3, unit: 'businessDays' } as const;
  const warn = { id: 'late', after, action: 'warn' as const };
  if (action === 'warn') return { sla: [warn] };
  const later = { id: 'very-late', after: { amount: 6, unit: 'businessDays' as const }, action };
  return { sla: [warn, action === 'escalate' ? { ...later, role: 'rep' } : later] };
}
