export type { LayoutService, Size, Tidied } from './layout-service';
export {
  portAnchors,
  roomForPorts,
  targetAnchor,
  type Anchor,
  type Direction,
  type PortAnchor,
  type Side
} from './anchors';
export { layInRows } from './in-rows';
export { createElkLayout } from './elk-layout';
