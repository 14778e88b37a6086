/** What stands beside the steps of a cadence, as sentences. */
import type { Handler, HandlerEffect, Move, Rule } from '../cadence';
import type { Requirement, SlaThreshold } from '../condition';
import type { Disposition, SequenceAction } from '../disposition';
import { CHANNEL_NAMES, CHANNEL_PLURALS, type Channel } from '../kinds/action';
import { EXIT_RESULT_NAMES } from '../kinds/exit';
import { nameOf, type KindContext } from '../kinds/node-base';
import { describeCondition } from './conditions';
import { describeDelay, oneOf, plural } from './durations';

/** `“Not interested” requires 2 follow-up emails and 1 call`. */
export function describeRule(rule: Rule, { parameters }: Pick<KindContext, 'parameters'>): string {
  switch (rule.type) {
    case 'exitRequires': {
      const counts = rule.counts.map(({ channel, atLeast, followUp }) =>
        countOf(atLeast, channel, followUp === true)
      );
      const what = oneOf(counts, 'and') || 'nothing yet';
      return `“${EXIT_RESULT_NAMES[rule.result]}” requires ${what}`;
    }
    case 'maxTouchesPerDay':
      return `At most ${plural(rule.atMost, 'touch', 'touches')} a day`;
    case 'verdictWithin':
      return `A verdict within ${describeDelay(rule.limit, parameters)}`;
  }
}

function countOf(count: number, channel: Channel, followUp: boolean): string {
  const one = channel === 'sms' ? 'SMS' : CHANNEL_NAMES[channel].toLowerCase();
  const mark = followUp ? 'follow-up ' : '';
  return plural(count, `${mark}${one}`, `${mark}${CHANNEL_PLURALS[channel]}`);
}

/** `When the signal reply comes and Region is “north”: end with “Replied”`. */
export function describeHandler({ on, when, effect }: Handler, names: KindContext): string {
  const what =
    on.type === 'signal'
      ? `the signal ${on.signal} comes`
      : `the disposition is “${nameOf(on.disposition, names.dispositions)}”`;
  const also = when ? ` and ${describeCondition(when, names)}` : '';
  return `When ${what}${also}: ${describeEffect(effect, names)}`;
}

/** `go to “Call 2”`. */
export function describeEffect(effect: HandlerEffect, names: KindContext): string {
  switch (effect.type) {
    case 'exit':
      return `end with “${nameOf(effect.to, names.nodes)}”`;
    case 'jump':
      return `go to “${nameOf(effect.to, names.nodes)}”`;
    case 'start':
      return 'start another cadence';
    case 'pause':
      return `pause for ${describeDelay(effect.until, names.parameters)}`;
  }
}

/** `To “Won”, only if number of calls completed is at least 1`. */
export function describeMove({ to, requirements = [] }: Move, names: KindContext): string {
  const target = `To “${nameOf(to, names.nodes)}”`;
  const needs = requirements.map((each) => describeRequirement(each, names));
  return needs.length > 0 ? `${target}, only if ${needs.join(' and ')}` : target;
}

/** A requirement in its author's words; without any, its condition. */
export function describeRequirement({ text, when }: Requirement, names: KindContext): string {
  return text.trim() || describeCondition(when, names);
}

/** `After 3 business days: escalate to Manager`. */
export function describeSla(threshold: SlaThreshold, names: KindContext): string {
  const { after, action, role, to } = threshold;
  const whom = role === undefined ? '' : ` ${nameOf(role, names.roles)}`;
  const what = {
    warn: `warn${whom}`,
    escalate: whom ? `escalate to${whom}` : 'escalate',
    move: to === undefined ? 'move the lead' : `move the lead to “${nameOf(to, names.nodes)}”`
  }[action];
  return `After ${describeDelay(after, names.parameters)}: ${what}`;
}

/** What a disposition does where no way and no handler takes it up: `Tries again after 2 hours`. */
export function describeDisposition(
  { action, after, optOut, missed }: Disposition,
  { parameters }: Pick<KindContext, 'parameters'>
): string {
  const time = after ? ` after ${describeDelay(after, parameters)}` : '';
  const words: Readonly<Record<SequenceAction, string>> = {
    advance: 'Goes on',
    retry: time ? `Tries again${time}` : 'Tries again at once',
    pause: `Tries again when the lead asks for it${time ? `, else${time}` : ''}`,
    finish: 'Ends the cadence',
    block: 'Goes on without this channel'
  };
  const parts = [optOut ? 'Ends every cadence of the lead' : words[action]];
  if (missed) parts.push('counts as tried only');
  return parts.join('; ');
}
