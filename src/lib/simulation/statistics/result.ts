import type {
  CadenceId,
  Channel,
  EdgeId,
  ExitResult,
  NodeId,
  NodeKind,
  Slug,
  VersionId
} from '$lib/domain';

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
  /** Visits that are over: gone on, ended, or taken away. */
  readonly left: number;
  /** From the instant the step opened to the instant somebody began it, or the wait ended. */
  readonly waiting: number;
  /** People's working time: processing. Waiting and effort make the step's cycle time. */
  readonly effort: number;
  /** Begun, and nobody at work on it: off-calendar. With it, cycle becomes elapsed. */
  readonly idle: number;
  /** Tasks done after they were due, or given up on. */
  readonly late: number;
  /** Tasks skipped, by themselves or for lack of data. */
  readonly skipped: number;
  /** Approvals refused here. */
  readonly refused: number;
  /** Times a lead had to rest in front of the step because its requirements were not met. */
  readonly held: number;
  /** Tasks that opened once more in a visit: tried again, repeated, called back. */
  readonly again: number;
}

/** Leads that did not leave by an exit of the cadence. */
export interface OtherEnd {
  readonly cause: 'limit' | 'finished' | 'handedOver' | 'stopped';
  readonly result: ExitResult;
  /** The handoff it left by; null elsewhere. */
  readonly node: NodeId | null;
  readonly name: string;
  readonly count: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** How often a threshold of a stage or task was reached, and how often it could have been. */
export interface TimeLimitCount {
  readonly node: NodeId;
  readonly threshold: Slug;
  /** Times that it was reached: the time had run out. */
  readonly count: number;
  /** Times that its clock was started: visits, and tasks that opened again. */
  readonly of: number;
  /** Share of them in which it was not reached; 1 where there were none. */
  readonly met: number;
}

/** What became of the leads in one cadence. */
export interface CadenceResult {
  readonly cadence: CadenceId;
  readonly version: VersionId;
  readonly name: string;
  /** Enrollments begun: for the simulated cadence one a lead, for a linked one as many as came over. */
  readonly enrollments: number;
  /** In the cadence's order; shares are of the enrollments. */
  readonly exits: readonly ExitCount[];
  readonly otherEnds: readonly OtherEnd[];
  readonly unfinished: number;
  readonly steps: readonly StepCount[];
  readonly edges: Readonly<Record<EdgeId, number>>;
  /** How often each handler acted, by its id. */
  readonly handlers: Readonly<Record<Slug, number>>;
  /** How often each threshold of a stage or task was reached. */
  readonly timeLimits: readonly TimeLimitCount[];
  /** Enrollments whose exit sends the lead back after a while; they are not followed further. */
  readonly recycled: number;
}

/** Counts in bins of equal width; the last bin also holds everything beyond. */
export interface Histogram {
  /** Milliseconds. */
  readonly binWidth: number;
  readonly counts: readonly number[];
}

/** A length of time over all leads, milliseconds. Percentiles are exact to one bin of 15 minutes. */
export interface TimeSummary {
  /** Leads that it was measured of. */
  readonly count: number;
  readonly mean: number;
  readonly p10: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p90: number;
  readonly p95: number;
  readonly min: number;
  readonly max: number;
  readonly histogram: Histogram;
}

/** A mean over leads, with the 95 % interval that the means of batches or replications give. */
export interface Measured {
  /** See METRICS. */
  readonly metric: string;
  readonly mean: number;
  /** Null: one batch says nothing of how far another may lie. */
  readonly low: number | null;
  readonly high: number | null;
}

/** A group of people over the simulated time. Milliseconds; sums over its people and all replications. */
export interface PeopleResult {
  readonly id: Slug;
  readonly name: string;
  readonly role: Slug;
  readonly count: number;
  readonly tasks: number;
  readonly worked: number;
  /** Part of the worked time that lay outside their hours. */
  readonly overtime: number;
  readonly switching: number;
  /** Their open hours from the start until the last task was done. */
  readonly available: number;
  /** Worked and switching time within hours, as a share of the available. */
  readonly utilization: number;
  /** How long tasks waited for them, in all. */
  readonly waited: number;
  readonly cost: number;
}

/** Counts by day from the day of the start on, over all replications. */
export interface DaySeries {
  /** Local date of the first day, `YYYY-MM-DD`. */
  readonly from: string;
  readonly arrivals: readonly number[];
  readonly touches: readonly number[];
  readonly ends: readonly number[];
  /** Tasks open and not begun as the day ends. */
  readonly waiting: readonly number[];
  /** Tasks past their due instant as the day ends. */
  readonly overdue: readonly number[];
}

/** Money, where the scenario says what things cost and bring. */
export interface MoneyResult {
  readonly people: number;
  readonly touches: number;
  readonly cost: number;
  /** Deal value of the leads that left won. */
  readonly value: number;
  readonly costPerLead: number;
  readonly valuePerLead: number;
  /** Cost per lead that left won, qualified or with a meeting; null: none did. */
  readonly costPerSuccess: number | null;
}

/** The leads of one segment. */
export interface SegmentResult {
  readonly id: Slug;
  readonly name: string;
  readonly leads: number;
  readonly exits: readonly ExitCount[];
  readonly otherEnds: readonly OtherEnd[];
  /** Share of them that left won, qualified or with a meeting. */
  readonly success: number;
  readonly touchesPerLead: number;
  /** Milliseconds. */
  readonly elapsedMean: number;
  readonly cycleMean: number;
  readonly firstResponseMean: number;
}

/** Which way the leads were run, and what kept a cadence from the faster one. */
export interface PathReport {
  readonly kind: 'columnar' | 'general';
  readonly reasons: readonly string[];
}

/** A run that was ended before all its leads had been run: what it found is of those alone. */
export interface Stopped {
  readonly reason: 'time' | 'memory';
  /** Leads run until then, in all replications and warming up. */
  readonly done: number;
  readonly of: number;
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
  readonly otherEnds: readonly OtherEnd[];
  /** Leads that never come to an end: in circles, in front of what is never allowed, or past the horizon. */
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
  /** How often each signal came, by its id. */
  readonly signals: Readonly<Record<Slug, number>>;
  readonly handlers: CadenceResult['handlers'];
  readonly timeLimits: CadenceResult['timeLimits'];
  readonly recycled: number;
  /** What became of the leads in the cadences they were handed to. */
  readonly linked: readonly CadenceResult[];
  /** From arrival to the first touch, clock time, of the leads that got one. */
  readonly firstResponse: TimeSummary;
  /** Means with intervals, by METRICS. */
  readonly measured: readonly Measured[];
  readonly segments: readonly SegmentResult[];
  readonly people: readonly PeopleResult[];
  readonly days: DaySeries;
  /** Null: the scenario says nothing of money. */
  readonly money: MoneyResult | null;
  readonly replications: number;
  readonly warmUp: number;
  /** Only the main figures were asked for: first responses, open time and days are empty, batches are one. */
  readonly brief: boolean;
  readonly path: PathReport;
  /** Null: all leads were run. */
  readonly stopped: Stopped | null;
}

/** Why a cadence or scenario cannot be simulated: what is wrong, and where in the scenario. */
export interface ScenarioFault {
  readonly path: string;
  readonly message: string;
}
