export {
  REACH_CHANNELS,
  type Amount,
  type Answers,
  type Origin,
  type ReachChannel,
  type SalesModel
} from './answers';
export { proposeCadence, type Proposal } from './propose';
export { suggestModel, type ModelAdvice } from './sales-model';
export type { Choice } from './sketch';
