import type { Rule } from '$lib/domain';

export type RuleType = Rule['type'];

export const RULE_NAMES: readonly { readonly type: RuleType; readonly name: string }[] = [
  { type: 'exitRequires', name: 'A result requires touches' },
  { type: 'maxTouchesPerDay', name: 'Limit touches a day' },
  { type: 'verdictWithin', name: 'Limit the time to a verdict' }
];

/** A rule to begin with. */
export function firstRule(type: RuleType, id: string): Rule {
  switch (type) {
    case 'exitRequires':
      return {
        id,
        type,
        result: 'notInterested',
        counts: [
          { channel: 'email', atLeast: 2, followUp: true },
          { channel: 'call', atLeast: 1 }
        ]
      };
    case 'maxTouchesPerDay':
      return { id, type, atMost: 1 };
    case 'verdictWithin':
      return { id, type, limit: { amount: 15, unit: 'businessDays' } };
  }
}
