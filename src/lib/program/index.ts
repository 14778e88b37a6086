export {
  ENGINE_MAJOR,
  OP,
  type ChooseSpec,
  type ExitSpec,
  type FactRef,
  type Op,
  type Predicate,
  type Program,
  type ProgramDelay,
  type ProgramDisposition,
  type SplitSpec,
  type StageSpec,
  type TaskSpec,
  type WaitSpec
} from './program';
export { checkProgram } from './check-program';
export { printProgram } from './print-program';
