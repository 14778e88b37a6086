import type { Choice } from '../chance/choice';
import type { CalendarTable } from './calendar-table';
import type { Jumps } from './jumps';
import type { DrawnByLines, Spot } from './draws';

/** What the time that an operation takes is added to. */
export type Counted = 'waited' | 'worked' | 'nothing';

/** Says where an instant is moved to, for a lead with these halves of its key, at a place of draws. */
export type Exact = (t: number, low: number, high: number, place: number) => number;

/** What every lead's time goes on by. */
interface Passing {
  readonly pc: number;
  readonly counted: Counted;
  /** Null: nothing is drawn. */
  readonly spot: Spot | null;
  /** The same by the calendar's own functions, for what the tables do not say. */
  readonly exact: Exact;
}

/** Time that passes, as kernels do it. */
export type Pass = Passing &
  (
    | { readonly type: 'fixed'; readonly by: number }
    | { readonly type: 'drawn'; readonly by: number; readonly drawn: DrawnByLines }
    | { readonly type: 'open'; readonly by: number; readonly table: CalendarTable }
    | {
        readonly type: 'openDrawn';
        readonly by: number;
        readonly drawn: DrawnByLines;
        readonly table: CalendarTable;
      }
    | { readonly type: 'days'; readonly jumps: Jumps; readonly table: CalendarTable }
    | {
        readonly type: 'daysDrawn';
        readonly jumps: Jumps;
        readonly drawn: DrawnByLines;
        readonly table: CalendarTable;
      }
    | { readonly type: 'toOpen'; readonly table: CalendarTable }
    /** Its `exact` is for the work alone. */
    | {
        readonly type: 'toOpenAndWork';
        readonly drawn: DrawnByLines;
        readonly table: CalendarTable;
      }
    /** It takes `least` milliseconds at least. */
    | { readonly type: 'exact'; readonly least: number }
  );

/** What is noted of every lead. */
export type Note = { readonly pc: number } & (
  | {
      readonly type:
        /** The task is open from now on. */
        | 'opened'
        /** The task was opened, and would be due now. */
        | 'due'
        /** The task was open and not begun until now. */
        | 'begun'
        /** The task is done, and may be late. */
        | 'done'
        /** The days of touches, where no kernel that parts the leads counts them. */
        | 'touched'
        /** Whether it is early enough to go on. */
        | 'screen';
    }
  /** The task asks for one of the people whom leads share, for as long as the work passes. */
  | { readonly type: 'asks'; readonly work: readonly Pass[] }
  /** Somebody reached out: to every lead for the first time, or only to some. */
  | { readonly type: 'first'; readonly all: boolean }
);

/** Something that all leads of a list do at a step. */
export type Operation = Pass | Note;

/** One way on. */
export interface Way {
  /** Group that the leads come to. */
  readonly to: number;
  /** Row of `Program.edges`; -1: none is passed. */
  readonly edge: number;
  /** What was found out; null: nothing was asked. */
  readonly disposition: number | null;
}

/** How the leads of a group are parted. */
export type Part =
  | { readonly type: 'all' }
  | { readonly type: 'two'; readonly spot: Spot; readonly limit: number }
  | {
      readonly type: 'three';
      readonly spot: Spot;
      readonly limit: number;
      readonly other: number;
    }
  /** `wayOf` from disposition -1 on. */
  | {
      readonly type: 'many';
      readonly spot: Spot;
      readonly choice: Choice;
      readonly wayOf: Int32Array;
    }
  | { readonly type: 'share'; readonly key: number; readonly upTo: readonly number[] }
  /** By a column of what was found out. */
  | { readonly type: 'last'; readonly column: number; readonly wayOf: Int32Array };

/** How the leads of a group come to their ends. */
export type End =
  | { readonly type: 'exit'; readonly pc: number }
  | { readonly type: 'finish'; readonly disposition: number }
  | { readonly type: 'optedOut' };

/** Steps that follow each other without another way in or out. */
export interface Group {
  /** Instructions that every lead of the group comes to. */
  readonly pcs: readonly number[];
  /** Rows of `Program.edges` between them. */
  readonly edges: readonly number[];
  readonly operations: readonly Operation[];
  /** The task whose outcome parts the leads; -1: none. */
  readonly taskPc: number;
  readonly part: Part;
  /** Empty at an end. */
  readonly ways: readonly Way[];
  readonly end: End | null;
  /** Columns of what was found out last that its outcome is written to. */
  readonly columns: readonly number[];
  /** Whether a lead may come to it more than once. */
  readonly again: boolean;
  /** Leads come back to it from later groups: they are looked at as they come. */
  readonly screened: boolean;
}

/** A cadence as the leads of one segment go through it. */
export interface Flow {
  /** In an order in which leads go forward, but for loops; the first is where they begin. */
  readonly groups: readonly Group[];
  /** How often a lead may come to a screened group before somebody has to look at its steps. */
  readonly mostVisits: number;
  /** The cadence's own calendar, for open time from arrival to end. */
  readonly calendar: CalendarTable;
  /** Columns of what was found out last. */
  readonly columns: number;
}
