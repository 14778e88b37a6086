import { ok } from '$lib/util';
import type { Frame } from '../file';
import type { NodeId } from '../ids';
import { framesSchema } from '../schema/file';
import type { SetFramesEdit } from './edit';
import { badPart, type EditKind } from './edit-kind';

export const setFrames: EditKind<SetFramesEdit> = {
  apply(file, { frames }) {
    const bad = frames && badPart(framesSchema, frames);
    if (bad) return { ok: false, error: bad };
    const { frames: _before, ...layout } = file.layout;
    return ok({ ...file, layout: { ...layout, ...(frames && { frames }) } });
  },

  invert: ({ layout }) => ({ kind: 'setFrames', frames: layout.frames ?? null }),

  label({ layout }, { frames }) {
    const before = new Map((layout.frames ?? []).map((frame) => [frame.id, frame]));
    const after = new Map((frames ?? []).map((frame) => [frame.id, frame]));
    for (const frame of after.values()) {
      const old = before.get(frame.id);
      if (!old) return `Frame ${frame.name || 'steps'}`;
      if (old.name !== frame.name) return `Rename frame to ${frame.name}`;
      if (old.color !== frame.color) return `Color frame ${frame.name}`;
    }
    for (const frame of before.values()) {
      if (!after.has(frame.id)) return `Remove frame ${frame.name}`;
    }
    return 'Change frames';
  }
};

/** Whether some frame holds this step. */
export function isFramed(frames: readonly Frame[] | undefined, id: NodeId): boolean {
  return frames?.some(({ nodes }) => nodes.includes(id)) ?? false;
}

/** The frames without this step; one that held nothing else goes with it. */
export function unframed(frames: readonly Frame[], id: NodeId): readonly Frame[] {
  return frames.flatMap((frame) => {
    if (!frame.nodes.includes(id)) return [frame];
    const nodes = frame.nodes.filter((other) => other !== id);
    return nodes.length > 0 ? [{ ...frame, nodes }] : [];
  });
}
