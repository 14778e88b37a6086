import { InvariantError, ok, type Result } from '$lib/util';
import type { CadenceFile } from '../file';
import { addNode } from './add-node';
import { connect } from './connect';
import { disconnect } from './disconnect';
import type { BatchEdit, Edit, EditRefusal, UpdateNodeEdit } from './edit';
import { findNode, type EditKind } from './edit-kind';
import { moveNodes } from './move-nodes';
import { removeNode } from './remove-node';
import { setFrames } from './set-frames';
import { replaceContent } from './replace-content';
import { setScenarios } from './set-scenarios';
import { updateCadence } from './update-cadence';
import { changedFields, updateNode } from './update-node';

type SimpleEdit = Exclude<Edit, BatchEdit>;

const KINDS: { readonly [K in SimpleEdit['kind']]: EditKind<Extract<SimpleEdit, { kind: K }>> } = {
  addNode,
  removeNode,
  updateNode,
  connect,
  disconnect,
  moveNodes,
  setFrames,
  updateCadence,
  setScenarios,
  replaceContent
};

function kindOf(edit: SimpleEdit): EditKind<SimpleEdit> {
  return KINDS[edit.kind];
}

/**
 * The file after the edit, or why it cannot be applied. Parts that the edit does not touch are the
 * same objects; the result of an edit on a file that parses is a file that parses.
 */
export function applyEdit(file: CadenceFile, edit: Edit): Result<CadenceFile, EditRefusal> {
  if (edit.kind !== 'batch') return kindOf(edit).apply(file, edit);
  let result: Result<CadenceFile, EditRefusal> = ok(file);
  for (const part of edit.edits) {
    result = applyEdit(result.value, part);
    if (!result.ok) return result;
  }
  return result;
}

/** The edit that, applied to the result of `edit` on `file`, gives `file` back. Throws when `edit` does not apply. */
export function invertEdit(file: CadenceFile, edit: Edit): Edit {
  if (edit.kind !== 'batch') return kindOf(edit).invert(file, edit);
  const inverses: Edit[] = [];
  let current = file;
  for (const part of edit.edits) {
    inverses.unshift(invertEdit(current, part));
    const next = applyEdit(current, part);
    if (!next.ok) throw new InvariantError(`no inverse of a refused edit: ${next.error.message}`);
    current = next.value;
  }
  return { kind: 'batch', edits: inverses };
}

/** What the edit is called in the undo menu, given the file before it: `Delete Second follow-up call`. */
export function labelOf(edit: Edit, file: CadenceFile): string {
  if (edit.kind !== 'batch') return kindOf(edit).label(file, edit);
  return labelOfBatch(edit, file);
}

/**
 * A batch is called after what it adds, else after what it takes away, else after the one thing that
 * it changes in many steps, else after the first way it leads elsewhere, else after its first edit.
 */
function labelOfBatch({ edits }: BatchEdit, file: CadenceFile): string {
  for (const [kind, verb] of [
    ['addNode', 'Add'],
    ['removeNode', 'Delete']
  ] as const) {
    const of = edits.filter((edit) => edit.kind === kind);
    if (of.length > 1) return `${verb} ${of.length} steps`;
    if (of[0]) return labelOf(of[0], file);
  }
  const [first] = edits;
  if (!first) return 'Change nothing';
  if (edits.length > 1 && edits.every(({ kind }) => kind === 'disconnect')) {
    return `Delete ${edits.length} connections`;
  }
  if (edits.length > 1 && edits.every(({ kind }) => kind === 'updateNode')) {
    return labelOfMany(edits as readonly UpdateNodeEdit[], file);
  }
  const connect = first.kind === 'disconnect' && edits.find(({ kind }) => kind === 'connect');
  return labelOf(connect || first, file);
}

/** `Change due of 3 steps`. */
function labelOfMany(edits: readonly UpdateNodeEdit[], file: CadenceFile): string {
  const fields = new Set(
    edits.flatMap(({ node }) => {
      const old = findNode(file, node.id);
      return old ? changedFields(old, node) : [];
    })
  );
  const [only] = fields;
  const steps = new Set(edits.map(({ node }) => node.id)).size;
  return only !== undefined && fields.size === 1
    ? `Change ${only} of ${steps} steps`
    : `Change ${steps} steps`;
}
