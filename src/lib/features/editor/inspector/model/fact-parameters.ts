import {
  CHANNEL_NAMES,
  CHANNEL_PLURALS,
  CHANNELS,
  COUNTED,
  countedWord,
  SINCE,
  SINCE_WORDS,
  type FactName
} from '$lib/domain';
import type { Option } from './option';

/** One part of a fact's name that is chosen from a list. */
export interface FactPart {
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  /** The name with another choice. */
  readonly choose: (value: string) => FactName;
}

/** What is chosen from lists to name a fact, in the order it is read. */
export function partsOf(name: FactName): readonly FactPart[] {
  switch (name.family) {
    case 'count':
      return countParts(name);
    case 'last':
      return [
        part(
          'Channel',
          name.channel ?? '',
          ['', ...CHANNELS] as const,
          (each) => (each === '' ? 'any touch' : CHANNEL_NAMES[each]),
          (channel) => ({ ...name, channel: channel === '' ? null : channel })
        )
      ];
    case 'since':
      return [
        part(
          'Days',
          name.unit,
          ['days', 'businessDays'] as const,
          (unit) => (unit === 'days' ? 'days' : 'business days'),
          (unit) => ({ ...name, unit })
        ),
        part(
          'Since',
          name.what,
          SINCE,
          (what) => SINCE_WORDS[what],
          (what) => ({ ...name, what })
        )
      ];
    default:
      return [];
  }
}

/** Follow-ups are told apart only among completed touches. */
function countParts(name: Extract<FactName, { family: 'count' }>): readonly FactPart[] {
  const which = part(
    'Which touches',
    name.followUp ? 'followUp' : 'every',
    ['every', 'followUp'] as const,
    (each) => (each === 'followUp' ? 'follow-ups' : 'all of them'),
    (each) => ({ ...name, followUp: each === 'followUp' })
  );
  return [
    part(
      'Channel',
      name.channel,
      CHANNELS,
      (channel) => CHANNEL_PLURALS[channel],
      (channel) => ({ ...name, channel })
    ),
    part(
      'What became of them',
      name.counted,
      COUNTED,
      (counted) => countedWord(counted, name.channel),
      (counted) => ({ ...name, counted, followUp: name.followUp && counted === 'completed' })
    ),
    ...(name.counted === 'completed' ? [which] : [])
  ];
}

function part<T extends string>(
  label: string,
  value: T,
  all: readonly T[],
  say: (each: T) => string,
  choose: (each: T) => FactName
): FactPart {
  return {
    label,
    value,
    options: all.map((each) => ({ value: each, label: say(each) })),
    choose: (text) => choose(all.find((each) => each === text) ?? value)
  };
}
