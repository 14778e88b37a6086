export { default as Editor } from './Editor.svelte';
export { default as EditorHeader } from './header/EditorHeader.svelte';
export type { EditorPlaces } from './header/EditorHeader.svelte';
export { default as ConflictBar } from './header/ConflictBar.svelte';
export { EditorState, type EditorOptions, type EditorServices } from './editor-state.svelte';
