import * as v from 'valibot';
import { conditionSchema, type Condition } from '../condition';
import type { NodeId, Slug } from '../ids';
import { percent, portSlug, slug, text } from '../schema/scalars';
import { list, shape } from '../schema/shapes';
import { oneOf, plural } from '../words/durations';
import { baseEntries, nameOf, type KindSpec, type NodeBase, type Port } from './node-base';

interface Case {
  /** Also the id of the case's port. */
  readonly id: Slug;
  readonly name: string;
}

export interface ConditionCase extends Case {
  readonly when: Condition;
}
export interface DispositionCase extends Case {
  readonly dispositions: readonly Slug[];
}
export interface SignalCase extends Case {
  readonly signal: Slug;
}
export interface SplitCase extends Case {
  /** Whole per cent; the cases of a split sum to 100. */
  readonly weight: number;
}

/** How the ways are told apart: the first case that holds wins, else the mandatory default. */
export type BranchBy =
  | { readonly type: 'condition'; readonly cases: readonly ConditionCase[] }
  | {
      readonly type: 'disposition';
      /** The action whose last disposition decides; absent: the last touch of the run. */
      readonly of?: NodeId;
      readonly cases: readonly DispositionCase[];
    }
  | { readonly type: 'signal'; readonly cases: readonly SignalCase[] }
  | { readonly type: 'split'; readonly cases: readonly SplitCase[] };

/** Sends each lead one of several ways; decided once, in an instant. */
export interface BranchNode extends NodeBase<'branch'> {
  readonly by: BranchBy;
  /** Default `inWindow`: a lead that arrives while the calendar is closed is decided when it opens. */
  readonly evaluate?: 'inWindow' | 'onArrival';
}

const caseEntries = { id: portSlug, name: text };

const bySchema = v.variant('type', [
  shape({
    type: v.literal('condition'),
    cases: list(shape({ ...caseEntries, when: conditionSchema }), 'id')
  }),
  shape({
    type: v.literal('disposition'),
    of: v.exactOptional(slug),
    cases: list(shape({ ...caseEntries, dispositions: list(slug) }), 'id')
  }),
  shape({
    type: v.literal('signal'),
    cases: list(shape({ ...caseEntries, signal: slug }), 'id')
  }),
  shape({ type: v.literal('split'), cases: list(shape({ ...caseEntries, weight: percent }), 'id') })
]);

export const branchSchema = shape({
  ...baseEntries('branch'),
  by: bySchema,
  evaluate: v.exactOptional(v.picklist(['inWindow', 'onArrival']))
});

const OTHERWISE: Port = { id: 'default', name: 'Otherwise', required: true };

export const BRANCH: KindSpec<BranchNode> = {
  schema: branchSchema,
  create: (id) => ({
    id,
    kind: 'branch',
    name: 'Branch',
    by: { type: 'disposition', cases: [{ id: 'a', name: 'First way', dispositions: [] }] }
  }),
  ports({ by }) {
    const ports = by.cases.map(({ id, name }) => ({ id, name: name || id, required: true }));
    return by.type === 'split' ? ports : [...ports, OTHERWISE];
  },
  describe({ by }, { nodes }) {
    const ways = by.cases.map(({ id, name }) => name || id);
    if (by.type === 'split') {
      const weights = by.cases.map(({ weight }) => weight);
      return weights.length > 0 ? `Split ${weights.join(' / ')}` : 'Split, no ways yet';
    }
    const subject = {
      condition: 'By condition',
      signal: 'By signal',
      disposition:
        by.type === 'disposition' && by.of !== undefined
          ? `By disposition of ${nameOf(by.of, nodes)}`
          : 'By disposition of the last touch'
    }[by.type];
    if (ways.length === 0) return `${subject} · no ways yet`;
    return `${subject} · ${ways.length > 2 ? plural(ways.length, 'way') : oneOf(ways, 'or')} or otherwise`;
  }
};
