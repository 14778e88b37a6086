export { Device } from './device';
export { gallery } from './gallery';
export { computeHost } from './host';
export { Story, type StoryOptions } from './story';
export { countsOf, missing, refusalIn } from './verdicts';
