export { composeApp } from './compose';
export { provideApp, useApp, type App } from './context';
export { AppUpdates } from './updates.svelte';
