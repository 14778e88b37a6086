import type { Frame, NodeId } from '$lib/domain';
import { grown, unionOf, type Box } from './box';
import { colorTone, type Tone } from './tones';

/** A frame where there is something in it. */
export interface DrawnFrame {
  readonly frame: Frame;
  readonly tone: Tone;
  readonly box: Box;
}

const PADDING = 18;
/** Above the steps, for its name. */
const TITLE = 26;

/** The frames around the boxes of their steps; those with nothing in them are not drawn. Large ones lie behind small ones. */
export function drawnFrames(
  frames: readonly Frame[],
  boxes: ReadonlyMap<NodeId, Box>
): readonly DrawnFrame[] {
  return frames
    .flatMap((frame): DrawnFrame[] => {
      const inside = unionOf(frame.nodes.flatMap((id) => boxes.get(id) ?? []));
      if (!inside) return [];
      const { x, y, width, height } = grown(inside, PADDING);
      const box = { x, y: y - TITLE, width, height: height + TITLE };
      return [{ frame, tone: colorTone(frame.color), box }];
    })
    .sort((a, b) => b.box.width * b.box.height - a.box.width * a.box.height);
}
