export { CHANNEL_ICONS } from './channel-icons';
export { default as StepIcon } from './StepIcon.svelte';
