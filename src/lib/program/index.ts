export { ENGINE_MAJOR, OP, type Op, type Program, type ProgramContact } from './program';
export { ATTEMPTS } from './attempts';
export {
  type ComparePredicate,
  type CompareOp,
  type FactRef,
  type FactScope,
  type FactValue,
  type Predicate,
  type ProgramRequirement,
  type Reach,
  type TouchVerb
} from './facts';
export type {
  ChooseSpec,
  EntrySpec,
  ExitSpec,
  ForkSpec,
  HandoffSpec,
  HandoffTarget,
  JoinSpec,
  ProgramDelay,
  ProgramDisposition,
  ProgramEffect,
  ProgramField,
  ProgramHandler,
  ProgramMove,
  ProgramRule,
  RepeatSpec,
  SlaSpec,
  SplitSpec,
  StageSpec,
  TaskSpec,
  TouchLimit,
  VariantSpec,
  WaitSpec
} from './specs';
export { checkProgram } from './check-program';
export { printProgram } from './print-program';
