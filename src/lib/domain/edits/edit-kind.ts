import { fail, ok, type Result } from '$lib/util';
import type { Cadence, CadenceEdge, CadenceNode } from '../cadence';
import type { CadenceFile } from '../file';
import type { EdgeId, NodeId } from '../ids';
import { check } from '../parse/parse-cadence';
import { walk } from '../parse/walk';
import type { Schema } from '../schema/shapes';
import type { Edit, EditRefusal } from './edit';

export type Applied = Result<CadenceFile, EditRefusal>;

/** How one kind of edit works. `invert` and `label` are given the file before the edit. */
export interface EditKind<E extends Edit> {
  apply(file: CadenceFile, edit: E): Applied;
  /** Undoes `edit` when applied to its result. Only called for an edit that applies. */
  invert(file: CadenceFile, edit: E): Edit;
  label(file: CadenceFile, edit: E): string;
}

export function refuse(code: EditRefusal['code'], message: string): Applied {
  return fail({ code, message });
}

/** Refuses a part that would make a file the parser does not read. */
export function badPart(schema: Schema<unknown>, part: unknown): EditRefusal | null {
  const unsafe = walk(part);
  const result = unsafe ? fail([unsafe]) : check(schema, part);
  if (result.ok) return null;
  const first = result.error[0];
  const message = first ? `${first.path} ${first.message}`.trim() : 'cannot be read';
  return { code: 'badField', message };
}

export function withCadence(file: CadenceFile, part: Partial<Cadence>): Applied {
  return ok({ ...file, cadence: { ...file.cadence, ...part } });
}

export function findNode(file: CadenceFile, id: NodeId): CadenceNode | undefined {
  return file.cadence.nodes.find((node) => node.id === id);
}

export function findEdge(file: CadenceFile, id: EdgeId): CadenceEdge | undefined {
  return file.cadence.edges.find((edge) => edge.id === id);
}

/** The list with `item` at `index`, or at the end. */
export function inserted<T>(items: readonly T[], item: T, index: number | undefined): readonly T[] {
  return items.toSpliced(index ?? items.length, 0, item);
}

/** What a step is called in a label. */
export function titleOf(file: CadenceFile, id: NodeId): string {
  const node = findNode(file, id);
  return node ? node.name || node.kind : id;
}
