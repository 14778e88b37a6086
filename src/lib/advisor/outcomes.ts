import type { OutcomeChance, StepAssumption } from '$lib/domain';
import type { ReachChannel } from './answers';

const chances = (table: Readonly<Record<string, number>>): readonly OutcomeChance[] =>
  Object.entries(table).map(([disposition, chance]) => ({ disposition, chance }));

/** Minutes of work and what comes of it: round figures to begin with, said to be guesses. */
const REACH: Readonly<Record<ReachChannel, StepAssumption>> = {
  email: {
    effort: { type: 'triangular', min: 2, mode: 4, max: 10 },
    outcomes: chances({ interested: 0.03, 'not-interested': 0.03, 'do-not-contact': 0.01 })
  },
  sms: {
    effort: { type: 'triangular', min: 1, mode: 2, max: 5 },
    outcomes: chances({ interested: 0.02, 'not-interested': 0.03, 'do-not-contact': 0.02 })
  },
  social: {
    effort: { type: 'triangular', min: 2, mode: 5, max: 10 },
    outcomes: chances({ interested: 0.02, 'not-interested': 0.02, 'do-not-contact': 0.01 })
  },
  call: {
    effort: { type: 'triangular', min: 2, mode: 5, max: 15 },
    outcomes: chances({
      'no-answer': 0.5,
      voicemail: 0.25,
      connected: 0.08,
      interested: 0.08,
      'not-interested': 0.08,
      'do-not-contact': 0.01
    })
  }
};

export function reachAssumption(channel: ReachChannel, automatic: boolean): StepAssumption {
  // What a machine sends takes nobody's time, and nobody logs what came of it.
  return automatic ? { effort: { type: 'constant', value: 0 } } : REACH[channel];
}

export const ANSWER_ASSUMPTION: StepAssumption = {
  effort: { type: 'triangular', min: 3, mode: 8, max: 20 },
  outcomes: chances({ interested: 0.45, 'not-interested': 0.2, 'do-not-contact': 0.02 })
};

export const MEETING_ASSUMPTION: StepAssumption = {
  effort: { type: 'triangular', min: 20, mode: 40, max: 75 },
  outcomes: chances({ 'no-show': 0.1, connected: 0.7, 'not-interested': 0.2 })
};

export const DESK_ASSUMPTION: StepAssumption = {
  effort: { type: 'triangular', min: 15, mode: 30, max: 90 }
};

export const APPROVAL_ASSUMPTION: StepAssumption = {
  effort: { type: 'triangular', min: 2, mode: 5, max: 20 },
  outcomes: chances({ refused: 0.1 })
};

export const DECISION_ASSUMPTION: StepAssumption = {
  effort: { type: 'triangular', min: 5, mode: 12, max: 30 },
  outcomes: chances({ bought: 0.35, 'decided-against': 0.4 })
};
