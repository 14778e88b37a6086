import * as v from 'valibot';
import type { Disposition } from '../disposition';
import type { Parameter } from '../duration';
import type { NodeId, Slug } from '../ids';
import { slug, text } from '../schema/scalars';
import type { Schema } from '../schema/shapes';

export interface NodeBase<K extends string> {
  readonly id: NodeId;
  readonly kind: K;
  /** What the step is called on the canvas; may be empty while it is being drawn. */
  readonly name: string;
}

/** A place where an edge can leave a node. */
export interface Port {
  readonly id: string;
  readonly name: string;
  /** A node whose required port has no edge is a dangling end. */
  readonly required: boolean;
}

interface Named {
  readonly id: Slug;
  readonly name: string;
}

/** What a kind needs to know of the cadence to speak of one of its nodes. */
export interface KindContext {
  readonly nodes: readonly Named[];
  readonly roles: readonly Named[];
  readonly fields: readonly Named[];
  readonly dispositions: readonly Disposition[];
  readonly parameters: readonly Parameter[];
}

/** Everything the domain knows about a kind of node. */
export interface KindSpec<N extends NodeBase<string>> {
  readonly schema: Schema<N>;
  /** A new node as it first appears on the canvas. */
  create(id: NodeId): N;
  ports(node: N, context: KindContext): readonly Port[];
  /** The one line under a step's name. */
  describe(node: N, context: KindContext): string;
}

/** The properties that every kind's schema begins with. */
export function baseEntries<const K extends string>(kind: K) {
  return { id: slug, kind: v.literal(kind), name: text };
}

export const NEXT: readonly Port[] = [{ id: 'next', name: 'Next', required: true }];

/** The name of the thing with this id, for a sentence; the id itself when it is unknown. */
export function nameOf(id: string, among: readonly Named[]): string {
  return among.find((item) => item.id === id)?.name || id;
}
