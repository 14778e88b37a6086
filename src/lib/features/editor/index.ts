export { default as Editor } from './Editor.svelte';
export { default as EditorGate } from './EditorGate.svelte';
export { default as PlaybookSheet } from './exchange/playbook/PlaybookSheet.svelte';
export { default as EditorHeader } from './header/EditorHeader.svelte';
export { default as ConflictBar } from './header/ConflictBar.svelte';
export { EditorState } from './editor-state.svelte';
export { VersionHistory } from './versions/version-history.svelte';
export { default as VersionsScreen } from './versions/VersionsScreen.svelte';
export type { LitWay } from './canvas/flow-types';
