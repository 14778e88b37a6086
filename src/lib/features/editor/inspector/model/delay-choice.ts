import type { Delay, Duration, DurationUnit, Parameter } from '$lib/domain';
import { describeDuration, resolveDelay } from '$lib/domain';

/** What a delay's unit menu can be set to. */
export type DelayChoice = 'none' | DurationUnit | `parameter:${string}`;

const UNIT_WORDS: Readonly<Record<DurationUnit, string>> = {
  minutes: 'minutes',
  hours: 'hours',
  days: 'days',
  weeks: 'weeks',
  businessMinutes: 'business minutes',
  businessHours: 'business hours',
  businessDays: 'business days'
};

export function unitOptions(): readonly { value: DurationUnit; label: string }[] {
  return (Object.keys(UNIT_WORDS) as DurationUnit[]).map((value) => ({
    value,
    label: UNIT_WORDS[value]
  }));
}

/** Units, then the cadence's named durations; `none` first where there may be no delay at all. */
export function delayOptions(
  parameters: readonly Parameter[],
  none: string | undefined
): readonly { value: DelayChoice; label: string }[] {
  return [
    ...(none === undefined ? [] : [{ value: 'none' as const, label: none }]),
    ...unitOptions(),
    ...parameters.map((parameter) => ({
      value: `parameter:${parameter.id}` as const,
      label: `${parameter.name || parameter.id} = ${describeDuration(parameter.duration)}`
    }))
  ];
}

export function choiceOf(delay: Delay | undefined): DelayChoice {
  if (delay === undefined) return 'none';
  return 'parameter' in delay ? `parameter:${delay.parameter}` : delay.unit;
}

/** The delay after another choice: an amount is kept, also that of the parameter chosen before. */
export function withChoice(
  delay: Delay | undefined,
  choice: DelayChoice,
  parameters: readonly Parameter[]
): Delay | undefined {
  if (choice === 'none') return undefined;
  if (choice.startsWith('parameter:')) return { parameter: choice.slice('parameter:'.length) };
  const before: Duration | null = delay ? resolveDelay(delay, parameters) : null;
  return { amount: before?.amount ?? 1, unit: choice as DurationUnit };
}
