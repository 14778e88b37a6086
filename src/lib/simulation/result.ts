import type { Channel, EdgeId, ExitResult, NodeId, NodeKind, VersionId } from '$lib/domain';

/** How many leads left by one exit, with the 95 % Wilson score interval of their share. */
export interface ExitCount {
  readonly node: NodeId;
  readonly name: string;
  readonly result: ExitResult;
  readonly count: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** What happened at one step, over all leads. Times are sums of integer milliseconds. */
export interface StepCount {
  readonly node: NodeId;
  readonly name: string;
  readonly kind: NodeKind;
  readonly channel: Channel | null;
  /** Leads that were here at least once. */
  readonly reached: number;
  /** Visits, counting a lead each time it came. */
  readonly visits: number;
  /** Touches completed here (actions only). */
  readonly touches: number;
  /** How touches ended, by disposition id; `''` is "done, no disposition". */
  readonly dispositions: Readonly<Record<string, number>>;
  /** From the instant the step opened to the instant somebody began it, or the wait ended. */
  readonly waiting: number;
  /** People's working time. */
  readonly effort: number;
}

/** Counts in bins of equal width; the last bin also holds everything beyond. */
export interface Histogram {
  /** Milliseconds. */
  readonly binWidth: number;
  readonly counts: readonly number[];
}

/** A length of time over all leads, milliseconds. Percentiles are exact to one bin of 15 minutes. */
export interface TimeSummary {
  readonly mean: number;
  readonly p50: number;
  readonly p90: number;
  readonly min: number;
  readonly max: number;
  readonly histogram: Histogram;
}

/** What a simulation found. A JSON value: same inputs, same bytes, on every machine. */
export interface SimulationResult {
  readonly version: VersionId;
  readonly engine: number;
  readonly scenario: string;
  readonly seed: number;
  readonly leads: number;
  /** In the cadence's order. */
  readonly exits: readonly ExitCount[];
  /** Leads stopped by the step budget: the cadence runs in circles for them. */
  readonly unfinished: number;
  /** Every step a lead can pass, in the order of the program. */
  readonly steps: readonly StepCount[];
  /** Leads' passages over each edge. */
  readonly edges: Readonly<Record<EdgeId, number>>;
  readonly touches: {
    readonly total: number;
    readonly perLead: number;
    readonly byChannel: Readonly<Partial<Record<Channel, number>>>;
  };
  /** From arrival to the end, clock time. */
  readonly elapsed: TimeSummary;
  /** From arrival to the end, counting only open time of the cadence's calendar. */
  readonly cycle: TimeSummary;
}

/** Why a cadence or scenario cannot be simulated: what is wrong, and where in the scenario. */
export interface ScenarioFault {
  readonly path: string;
  readonly message: string;
}
