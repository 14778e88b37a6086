export { composeApp } from './compose';
export { provideApp, type App } from './context';
export { AppUpdates } from './updates.svelte';
