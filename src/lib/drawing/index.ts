export { faceOf, sortOf, titleOf, type Face } from './face';
export { drawnPorts, sizeOf, sizesOf } from './geometry';
export { KIND_NAMES } from './kind-names';
export { channelTone, stageTone, toneOf, type Tone } from './tones';
