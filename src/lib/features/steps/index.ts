export { CHANNEL_ICONS } from './channel-icons';
export { KIND_NAMES } from './kind-names';
export { default as StepIcon } from './StepIcon.svelte';
export { channelTone, stageTone, toneOf, type Tone } from './tones';
