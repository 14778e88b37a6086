/** What this format shares with the others. */
export { stageOfSteps } from '../stages';
export { jsonText, xmlLine, xmlText } from '../xml-text';
