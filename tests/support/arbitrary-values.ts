/** The small values that random cadence files are made of. */
import fc, { type Arbitrary } from 'fast-check';
import {
  DURATION_UNITS,
  type ChecklistItem,
  type Comparison,
  type Condition,
  type Delay,
  type Duration,
  type Requirement,
  type Scalar,
  type SlaThreshold
} from '$lib/domain';

const SLUG_LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789-';
const ULID_LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';

const RESERVED = new Set(['done', 'held', 'default', 'refused', 'constructor', 'prototype']);

/** A plain object; of the keys not listed as required, some are absent. */
export function object<T, K extends keyof T = keyof T>(
  model: { [P in keyof T]: Arbitrary<T[P]> },
  requiredKeys?: readonly (K & string)[]
): Arbitrary<Pick<T, K> & Partial<Omit<T, K>>> {
  const constraints = { noNullPrototype: true };
  const record = fc.record as unknown as (model: unknown, constraints: unknown) => Arbitrary<never>;
  return record(model, requiredKeys ? { ...constraints, requiredKeys } : constraints);
}

export const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom('', 'Follow-up call', '<script>alert(1)</script>', '{{lead.first-name|there}}')
);

/** An id that nothing reserves. */
const slug = fc
  .string({ unit: fc.constantFrom(...SLUG_LETTERS), minLength: 1, maxLength: 24 })
  .filter((id) => !RESERVED.has(id));

/** Mostly one of few ids, so that references often lead somewhere. */
export const name = fc.oneof(fc.constantFrom('a', 'b', 'c', 'gap1', 'interested', 'rep'), slug);

export const ulid = fc
  .tuple(
    fc.constantFrom('0', '1', '7'),
    fc.string({ unit: fc.constantFrom(...ULID_LETTERS), minLength: 25, maxLength: 25 })
  )
  .map(([first, rest]) => first + rest);

export const flag = fc.boolean();
export const percent = fc.nat(100);
export const chance = fc.double({ min: 0, max: 1, noNaN: true });
export const positive = fc.oneof(fc.nat(1000), fc.double({ min: 0, max: 1e6, noNaN: true }));
export const scalar: Arbitrary<Scalar> = fc.oneof(text, fc.integer(), flag, fc.constant(null));

export function few<T>(item: Arbitrary<T>): Arbitrary<T[]> {
  return fc.array(item, { maxLength: 3 });
}

export function fewById<T extends { readonly id: string }>(item: Arbitrary<T>): Arbitrary<T[]> {
  return fc.uniqueArray(item, { maxLength: 3, selector: ({ id }) => id });
}

export const duration: Arbitrary<Duration> = object({
  amount: fc.nat(500),
  unit: fc.constantFrom(...DURATION_UNITS)
});
export const delay: Arbitrary<Delay> = fc.oneof(duration, object({ parameter: name }));

const fact = fc.constantFrom(
  'lead.region',
  'count.call.completed',
  'count.email.sent.followUp@lifetime',
  'last.call.disposition',
  'seen.reply@lifetime',
  'done.a',
  'made.up'
);
const bound = fc.oneof(text, fc.integer());
const comparison: Arbitrary<Comparison> = object(
  {
    $eq: scalar,
    $ne: scalar,
    $gt: bound,
    $gte: bound,
    $lt: bound,
    $lte: bound,
    $in: few(scalar),
    $nin: few(scalar),
    $exists: flag
  },
  []
);

export const condition: Arbitrary<Condition> = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.dictionary(fact, fc.oneof(scalar, comparison), { maxKeys: 2, noNullPrototype: true }),
    object({ $and: few(tie('condition')) }),
    object({ $or: few(tie('condition')) }),
    object({ $nor: few(tie('condition')) }),
    object({ $not: tie('condition') })
  )
})).condition;

export const requirement: Arbitrary<Requirement> = object({ id: name, text, when: condition });
export const checklistItem: Arbitrary<ChecklistItem> = object({ id: name, text, mandatory: flag });
export const sla: Arbitrary<SlaThreshold> = object(
  {
    id: name,
    after: delay,
    action: fc.constantFrom('warn', 'escalate', 'move'),
    role: name,
    to: name
  },
  ['id', 'after', 'action']
);
