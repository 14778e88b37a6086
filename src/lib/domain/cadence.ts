import type { Condition, Requirement } from './condition';
import type { Disposition } from './disposition';
import type { Delay, Parameter } from './duration';
import type { CadenceId, EdgeId, NodeId, Slug } from './ids';
import type { ActionNode, Channel } from './kinds/action';
import type { BranchNode } from './kinds/branch';
import type { EntryNode } from './kinds/entry';
import type { ExitNode, ExitResult } from './kinds/exit';
import type { ForkNode } from './kinds/fork';
import type { HandoffNode } from './kinds/handoff';
import type { JoinNode } from './kinds/join';
import type { NoteNode } from './kinds/note';
import type { StageNode } from './kinds/stage';
import type { WaitNode } from './kinds/wait';
import type { WorkCalendar } from '$lib/calendar';

export type CadenceNode =
  | EntryNode
  | StageNode
  | ActionNode
  | WaitNode
  | BranchNode
  | ForkNode
  | JoinNode
  | HandoffNode
  | ExitNode
  | NoteNode;

export type NodeKind = CadenceNode['kind'];

export type NodeOfKind<K extends NodeKind> = Extract<CadenceNode, { kind: K }>;

export interface CadenceEdge {
  readonly id: EdgeId;
  readonly from: NodeId;
  /** Id of the port of `from` that the edge leaves by (see `portsOf`). */
  readonly port: string;
  readonly to: NodeId;
}

export const GOALS = ['uniformity', 'performance', 'turnaround'] as const;

export interface Goal {
  readonly kind: (typeof GOALS)[number];
  readonly text?: string;
  /** How it is measured, in words. */
  readonly metric?: string;
}

export interface Role {
  readonly id: Slug;
  readonly name: string;
  /** Working hours of its people, where they differ from the cadence's. */
  readonly calendar?: WorkCalendar;
}

/** When leads may be contacted, on their own clocks. Work of other kinds is not bound by it. */
export interface ContactWindow {
  readonly hours: WorkCalendar;
  /**
   * Time zones that leads live in. A lead whose field `timezone` names one of them is contacted by
   * the hours as they run there; any other lead in the zone of `hours`.
   */
  readonly zones?: readonly string[];
}

export const FIELD_TYPES = ['text', 'number', 'boolean', 'date', 'choice'] as const;

/** A field of the lead that the cadence reads or fills in. */
export interface LeadField {
  readonly id: Slug;
  readonly name: string;
  readonly type: (typeof FIELD_TYPES)[number];
  readonly choices?: readonly string[];
  /** Leads that lack it are refused at enrollment. */
  readonly required?: boolean;
}

export type HandlerEffect =
  | { readonly type: 'exit'; readonly to: NodeId }
  | { readonly type: 'jump'; readonly to: NodeId }
  | { readonly type: 'start'; readonly cadence: CadenceId }
  | { readonly type: 'pause'; readonly until: Delay };

/** What the cadence does, wherever the lead stands, when something happens. */
export interface Handler {
  readonly id: Slug;
  readonly name: string;
  readonly on:
    | { readonly type: 'signal'; readonly signal: Slug }
    | { readonly type: 'disposition'; readonly disposition: Slug };
  readonly when?: Condition;
  readonly effect: HandlerEffect;
}

/** A move a rep may make at any time. */
export interface Move {
  readonly id: Slug;
  readonly name: string;
  readonly to: NodeId;
  readonly requirements?: readonly Requirement[];
}

/** A rule of the sales process, as a sentence with its parts. */
export type Rule =
  | {
      readonly id: Slug;
      readonly type: 'exitRequires';
      readonly result: ExitResult;
      readonly counts: readonly {
        readonly channel: Channel;
        readonly atLeast: number;
        readonly followUp?: boolean;
      }[];
    }
  | { readonly id: Slug; readonly type: 'maxTouchesPerDay'; readonly atMost: number }
  | { readonly id: Slug; readonly type: 'verdictWithin'; readonly limit: Delay };

/** What is published: only this is hashed. */
export interface Cadence {
  readonly id: CadenceId;
  readonly name: string;
  readonly description?: string;
  readonly goal?: Goal;
  readonly salesModel?: 'transactional' | 'relational';
  readonly calendar: WorkCalendar;
  readonly roles: readonly Role[];
  readonly fields: readonly LeadField[];
  readonly dispositions: readonly Disposition[];
  readonly parameters: readonly Parameter[];
  readonly nodes: readonly CadenceNode[];
  readonly edges: readonly CadenceEdge[];
  readonly handlers?: readonly Handler[];
  readonly moves?: readonly Move[];
  readonly rules?: readonly Rule[];
  readonly contactWindow?: ContactWindow;
  /** May a lead be in other cadences at the same time? Default `none`: yes. */
  readonly exclusivity?: 'none' | 'exclusive' | 'all';
  /** Largest number of touches a lead gets within the time, over all its cadences. */
  readonly touchBudget?: { readonly atMost: number; readonly within: Delay };
}
