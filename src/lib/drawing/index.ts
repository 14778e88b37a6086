export { bandsOf, type Band } from './bands';
export { type Box } from './box';
export {
  drawnCadence,
  type DrawnCadence,
  type DrawnEdge,
  type DrawnNode,
  type DrawnPort
} from './drawn-cadence';
export { faceOf, sortOf, titleOf, type Face } from './face';
export { drawnFrames, type DrawnFrame } from './frames';
export { drawnPorts, sizeOf, sizesOf } from './geometry';
export { KIND_NAMES } from './kind-names';
export { channelTone, stageTone, toneOf, type Tone } from './tones';
