export { default as Library } from './Library.svelte';
export { LibraryState, type LibraryOptions, type LibraryServices } from './library-state.svelte';
