import {
  CHANNEL_NAMES,
  CHANNEL_PLURALS,
  EXIT_RESULT_NAMES,
  describeDelay,
  type Cadence,
  type Channel,
  type Parameter,
  type Rule
} from '$lib/domain';
import { unreachable } from '$lib/util';

/** `Not interested requires 2 follow-up emails and 1 call`. */
export function ruleInWords(rule: Rule, parameters: readonly Parameter[]): string {
  switch (rule.type) {
    case 'exitRequires': {
      const counts = rule.counts.map(({ channel, atLeast, followUp }) =>
        touches(atLeast, channel, followUp === true)
      );
      return `${EXIT_RESULT_NAMES[rule.result]} requires ${listed(counts) || 'nothing'}`;
    }
    case 'maxTouchesPerDay':
      return `At most ${rule.atMost} ${rule.atMost === 1 ? 'touch' : 'touches'} a day`;
    case 'verdictWithin':
      return `A verdict within ${describeDelay(rule.limit, parameters)}`;
    default:
      return unreachable(rule);
  }
}

/** `At most 3 touches of a lead within 5 business days`. */
export function budgetInWords(
  { atMost, within }: NonNullable<Cadence['touchBudget']>,
  parameters: readonly Parameter[]
): string {
  const noun = atMost === 1 ? 'touch' : 'touches';
  return `At most ${atMost} ${noun} of a lead within ${describeDelay(within, parameters)}`;
}

function touches(count: number, channel: Channel, followUp: boolean): string {
  const name = CHANNEL_NAMES[channel];
  const one = channel === 'sms' ? name : name.toLowerCase();
  const noun = count === 1 ? one : CHANNEL_PLURALS[channel];
  return `${count} ${followUp ? 'follow-up ' : ''}${noun}`;
}

function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}
