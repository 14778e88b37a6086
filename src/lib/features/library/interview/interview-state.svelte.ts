import {
  suggestModel,
  type Amount,
  type Answers,
  type ModelAdvice,
  type Origin,
  type Proposal,
  type ReachChannel,
  type SalesModel
} from '$lib/advisor';
import { WEEKDAYS, type CadenceFile, type Goal, type Weekday } from '$lib/domain';

/** The questions, a few at a time, and at the end what comes of them. */
export const PAGES = ['offer', 'decision', 'work', 'proposal'] as const;
export type InterviewPage = (typeof PAGES)[number];

export interface InterviewTools {
  /** Knows what the answers leave open: zone, id and the day a simulation begins. */
  readonly propose: (answers: Omit<Answers, 'tz'>) => Proposal;
  /** Gives every step a place; never rejects. */
  readonly arrange: (file: CadenceFile) => Promise<CadenceFile>;
}

/** The answers of somebody who is being interviewed; kept while the library is open. */
export class InterviewState {
  #page: InterviewPage = $state('offer');
  offer = $state('');
  origin: Origin = $state('outbound');
  goal: Goal['kind'] = $state('performance');
  cycleWeeks = $state(4);
  amount: Amount = $state('medium');
  deciders = $state(1);
  /** As chosen by hand; null follows the advice. */
  chosenModel: SalesModel | null = $state(null);
  channels: readonly ReachChannel[] = $state.raw(['email', 'call']);
  days: readonly Weekday[] = $state.raw(['mon', 'tue', 'wed', 'thu', 'fri']);
  opens = $state('09:00');
  closes = $state('17:00');
  #proposal: Proposal | null = $state.raw(null);
  readonly #tools: InterviewTools;

  readonly #advice: ModelAdvice = $derived(
    suggestModel({ cycleWeeks: this.cycleWeeks, amount: this.amount, deciders: this.deciders })
  );
  readonly #fault: string | null = $derived.by(() => {
    if (this.channels.length === 0) return 'Choose at least one way to reach a lead.';
    if (this.days.length === 0) return 'Choose at least one working day.';
    if (this.closes <= this.opens) return 'The day has to end after it begins.';
    return null;
  });

  constructor(tools: InterviewTools) {
    this.#tools = tools;
  }

  get page(): InterviewPage {
    return this.#page;
  }

  get advice(): ModelAdvice {
    return this.#advice;
  }

  get model(): SalesModel {
    return this.chosenModel ?? this.#advice.model;
  }

  /** Why there is no proposal yet. */
  get fault(): string | null {
    return this.#fault;
  }

  /** Once all is answered; in a moment with every step at its place. */
  get proposal(): Proposal | null {
    return this.#proposal;
  }

  toggleChannel(channel: ReachChannel, on: boolean): void {
    const others = this.channels.filter((each) => each !== channel);
    this.channels = on ? [...others, channel] : others;
  }

  toggleDay(day: Weekday, on: boolean): void {
    this.days = WEEKDAYS.filter((each) => (each === day ? on : this.days.includes(each)));
  }

  /** Whether the page that is open can be left forward. */
  get canGoOn(): boolean {
    return this.#page !== 'work' || this.#fault === null;
  }

  go(by: 1 | -1): void {
    const next = PAGES[PAGES.indexOf(this.#page) + by];
    if (next === undefined || (by === 1 && !this.canGoOn)) return;
    this.#page = next;
    this.#proposal = null;
    if (next === 'proposal') void this.#propose();
  }

  /** Begins anew, with the answers given before. */
  restart(): void {
    this.#page = 'offer';
    this.#proposal = null;
  }

  async #propose(): Promise<void> {
    const proposal = this.#tools.propose(this.#answers());
    this.#proposal = proposal;
    const file = await this.#tools.arrange(proposal.file);
    if (this.#proposal === proposal) this.#proposal = { ...proposal, file };
  }

  #answers(): Omit<Answers, 'tz'> {
    const { offer, origin, goal, cycleWeeks, amount, deciders, channels, days } = this;
    return {
      ...{ offer, origin, goal, cycleWeeks, amount, deciders, channels, days },
      salesModel: this.model,
      hours: [this.opens, this.closes]
    };
  }
}
