export { AppUpdates } from './updates.svelte';
