/** Rows of a program's tables: what the instructions of each kind need to know. */
import type {
  CadenceId,
  Channel,
  ChecklistItem,
  Duration,
  ExitResult,
  LeadField,
  NodeId,
  Sentiment,
  SequenceAction,
  Slug
} from '$lib/domain';
import type { Predicate, ProgramRequirement } from './facts';

/** A delay with its parameter resolved. */
export type ProgramDelay = Duration;

/** A threshold of a stage's or task's clock. */
export interface SlaSpec {
  readonly id: Slug;
  readonly after: ProgramDelay;
  readonly action: 'warn' | 'escalate' | 'move';
  readonly role: Slug | null;
  /** For `move`: the instruction; -1 otherwise. */
  readonly to: number;
}

export interface RepeatSpec {
  /** Attempts in all. */
  readonly times: number;
  readonly gap: ProgramDelay;
  /** Dispositions of the program (indexes) that end it early. */
  readonly until: readonly number[];
}

export interface VariantSpec {
  readonly id: Slug;
  readonly name: string;
  /** Running sum of the weights. */
  readonly upTo: number;
}

export interface TaskSpec {
  readonly channel: Channel;
  readonly automatic: boolean;
  readonly role: Slug | null;
  /** From opening to due. */
  readonly due: ProgramDelay | null;
  /** Row of `Program.calendars`: working hours of the role; -1: those of the cadence. */
  readonly hours: number;
  /** Whether it reaches out to the lead, so that the contact window and touch limits bind it. */
  readonly contact: boolean;
  /** Indexes into `Program.dispositions`, in the author's order. */
  readonly dispositions: readonly number[];
  /** For each disposition of the program, the port (index from the instruction's first port) it leaves by; 0 is `done`. */
  readonly portOf: Int32Array;
  /** Port of a held disposition, of a refused approval; index from the first port, -1: none. */
  readonly heldPort: number;
  readonly refusedPort: number;
  readonly requiredFields: readonly Slug[];
  readonly checklist: readonly ChecklistItem[];
  /** Lead fields without which its texts and channel cannot be used. */
  readonly needs: readonly Slug[];
  readonly missingData: 'skip' | 'hold' | 'task';
  readonly repeat: RepeatSpec | null;
  readonly autoSkipAfter: ProgramDelay | null;
  readonly expireAfter: ProgramDelay | null;
  /** The token goes on at once; the task stays open beside it. */
  readonly continueWithoutCompletion: boolean;
  readonly variants: readonly VariantSpec[];
  readonly sla: readonly SlaSpec[];
}

export type WaitSpec =
  | { readonly type: 'duration'; readonly delay: ProgramDelay }
  | {
      readonly type: 'date';
      readonly field: Slug;
      /** Before the date is negative. */
      readonly sign: -1 | 0 | 1;
      readonly by: ProgramDelay | null;
    }
  /** Bit i of `days` is weekday i, Monday first; `minute` of the day on the cadence's clock. */
  | { readonly type: 'weekday'; readonly days: number; readonly minute: number }
  /** Port 0 is `met`, port 1 `timeout`. */
  | {
      readonly type: 'event';
      /** Indexes into `Program.signals`. */
      readonly signals: readonly number[];
      readonly condition: Predicate | null;
      readonly timeout: ProgramDelay;
    };

export interface ChooseSpec {
  /** One predicate a case, in order; port i is case i, the last port is the default. */
  readonly cases: readonly Predicate[];
  /** Decide while the calendar is closed too. */
  readonly onArrival: boolean;
}

export interface SplitSpec {
  /** Running sums of the weights, the last one is the whole. */
  readonly upTo: readonly number[];
}

export interface ForkSpec {
  /** Instruction of its join. */
  readonly join: number;
}

export interface JoinSpec {
  /** Instruction of its fork. */
  readonly fork: number;
  /** Paths that must have arrived; at most the fork's paths. */
  readonly needed: number;
  /** The paths still under way go on by themselves; otherwise they are cancelled. */
  readonly detach: boolean;
}

/** What starts another cadence, or tells the lead's other runs something. */
export type HandoffTarget =
  | {
      readonly type: 'enroll';
      readonly cadence: CadenceId;
      /** Lead fields copied: the value of `from` becomes that of `to`. */
      readonly fields: readonly { readonly from: Slug; readonly to: Slug }[];
    }
  | { readonly type: 'signal'; readonly signal: Slug };

export interface HandoffSpec {
  readonly to: HandoffTarget;
  /** The run ends here, handed over; otherwise it goes on by its one port. */
  readonly ends: boolean;
}

export interface ExitSpec {
  readonly result: ExitResult;
  readonly reason: string | null;
  readonly askReferral: boolean;
  readonly recycle: { readonly after: ProgramDelay; readonly cadence: CadenceId } | null;
}

export interface StageSpec {
  readonly probability: number | null;
  readonly checklist: readonly ChecklistItem[];
  readonly sla: readonly SlaSpec[];
  /** The clock goes on where it stood when the run comes back; otherwise it starts anew. */
  readonly slaAccumulates: boolean;
}

export interface ProgramDisposition {
  readonly id: Slug;
  readonly name: string;
  readonly answered: boolean;
  readonly sentiment: Sentiment;
  readonly action: SequenceAction;
  readonly after: ProgramDelay | null;
  readonly goal: boolean;
  readonly optOut: boolean;
  readonly missed: boolean;
}

export type ProgramEffect =
  | { readonly type: 'exit' | 'jump'; readonly to: number }
  | { readonly type: 'start'; readonly cadence: CadenceId }
  | { readonly type: 'pause'; readonly until: ProgramDelay };

export interface ProgramHandler {
  readonly id: Slug;
  readonly name: string;
  /** An index into `Program.signals` or `Program.dispositions`. */
  readonly on: { readonly type: 'signal' | 'disposition'; readonly index: number };
  readonly when: Predicate | null;
  readonly effect: ProgramEffect;
}

export interface ProgramMove {
  readonly id: Slug;
  readonly name: string;
  readonly to: number;
  readonly requirements: readonly ProgramRequirement[];
}

/** Largest number of touches of a lead within a time, over this run or all its runs. */
export interface TouchLimit {
  readonly atMost: number;
  /** `day`: on one date of the cadence's calendar. */
  readonly within: ProgramDelay | 'day';
  readonly scope: 'run' | 'lead';
  /** As a sentence. */
  readonly text: string;
}

/** A rule of the cadence as the author wrote it: a seam for proofs, and for what is said in a refusal. */
export interface ProgramRule {
  readonly id: Slug;
  readonly type: 'exitRequires' | 'maxTouchesPerDay' | 'verdictWithin';
  /** As a sentence. */
  readonly text: string;
  /** For `exitRequires`: the result it guards, whatever ends a run with it; null otherwise. */
  readonly result: ExitResult | null;
  /** For `exitRequires`: what must hold, the same as in the guards of those exits; null otherwise. */
  readonly requirement: ProgramRequirement | null;
  /** Steps that it guards. */
  readonly nodes: readonly NodeId[];
}

/** Who may come in, and when again. */
export interface EntrySpec {
  readonly criteria: Predicate | null;
  /** Criteria as a sentence; empty without criteria. */
  readonly criteriaText: string;
  /** Lead fields without which a lead is refused. */
  readonly requiredFields: readonly Slug[];
  /** Indexes into `Program.signals`: those that enroll a lead by themselves. */
  readonly signals: readonly number[];
  readonly reEntry: 'never' | 'afterExit' | 'always';
  readonly reEntryAfter: ProgramDelay | null;
}

export type ProgramField = Pick<LeadField, 'id' | 'name' | 'type'>;
