export { default as SimulatePanel } from './SimulatePanel.svelte';
export {
  SimulateState,
  type SimulateServices,
  type SimulationResult
} from './simulate-state.svelte';
