export { type FoldedLead, foldedLead } from './folded-lead';
export { type Figures, foldedFigures, simulatedFigures } from './lead-figures';
