export type {
  Author,
  CadenceId,
  EdgeId,
  EnrollmentKey,
  EventId,
  Hlc,
  Instant,
  LeadId,
  NodeId,
  Slug,
  StepKey,
  VersionId
} from './ids';
export type { Fault } from './fault';
export {
  DURATION_UNITS,
  LONGEST_DURATION,
  type Delay,
  type Duration,
  type DurationUnit,
  type Parameter
} from './duration';
export {
  COMPARISON_OPERATORS,
  type ChecklistItem,
  type Comparison,
  type Condition,
  type Requirement,
  type Scalar,
  type SlaThreshold
} from './condition';
export {
  SENTIMENTS,
  SEQUENCE_ACTIONS,
  type Disposition,
  type Sentiment,
  type SequenceAction
} from './disposition';
export type { NodeBase, Port } from './kinds/node-base';
export { RE_ENTRY_POLICIES, type EntryNode } from './kinds/entry';
export { STAGE_COLORS, type StageNode } from './kinds/stage';
export {
  CHANNELS,
  CHANNEL_NAMES,
  CHANNEL_PLURALS,
  MISSING_DATA_POLICIES,
  type ActionNode,
  type Channel,
  type Template,
  type Variant
} from './kinds/action';
export { addressField, isContact } from './kinds/channels';
export { describeUntil, WEEKDAYS, type WaitNode, type WaitUntil, type Weekday } from './kinds/wait';
export type {
  BranchBy,
  BranchNode,
  ConditionCase,
  DispositionCase,
  SignalCase,
  SplitCase
} from './kinds/branch';
export type { ForkNode } from './kinds/fork';
export type { JoinNode, JoinPolicy } from './kinds/join';
export type { HandoffNode, HandoffTo } from './kinds/handoff';
export { EXIT_RESULTS, EXIT_RESULT_NAMES, type ExitNode, type ExitResult } from './kinds/exit';
export type { NoteNode } from './kinds/note';
export {
  FIELD_TYPES,
  GOALS,
  type Cadence,
  type CadenceEdge,
  type CadenceNode,
  type ContactWindow,
  type Goal,
  type Handler,
  type HandlerEffect,
  type LeadField,
  type Move,
  type NodeKind,
  type NodeOfKind,
  type Role,
  type Rule
} from './cadence';
export {
  QUEUE_ORDERS,
  type Absence,
  type Arrivals,
  type Distribution,
  type DrawnDelay,
  type OutcomeChance,
  type Person,
  type QueueOrder,
  type Quota,
  type RealLead,
  type Scenario,
  type Segment,
  type SignalAssumption,
  type StepAssumption
} from './scenario';
export {
  FORMAT,
  type CadenceFile,
  type Frame,
  type Layout,
  type LinkedCadence,
  type Position
} from './file';
export type { Lead } from './lead';
export {
  CONTROL_VERBS,
  type CadenceControl,
  type Publication,
  type PublishedVersion
} from './publication';
export { EVENT_KINDS, type LeadEvent, type LeadEventKind } from './event';
export type {
  AcknowledgedEvent,
  ApprovedEvent,
  CompletedEvent,
  CorrectedEvent,
  EnrolledEvent,
  ExitedEvent,
  MigratedEvent,
  MovedEvent,
  OptedOutEvent,
  PausedEvent,
  ReassignedEvent,
  RefusedEvent,
  ResolvedEvent,
  ResumedEvent,
  SetEvent,
  SignalEvent,
  SkippedEvent,
  SnoozedEvent
} from './event';
export type {
  AddNodeEdit,
  BatchEdit,
  ConnectEdit,
  DisconnectEdit,
  Edit,
  EditRefusal,
  MoveNodesEdit,
  RemoveNodeEdit,
  ReplaceContentEdit,
  SetFramesEdit,
  SetScenariosEdit,
  UpdateCadenceEdit,
  UpdateNodeEdit
} from './edits/edit';
export { applyEdit, invertEdit, labelOf } from './edits/apply';
export { parseCadenceFile, parseCadenceValue } from './parse/parse-cadence';
export { parseLeadEvent } from './parse/parse-event';
export { parseScenario } from './parse/parse-scenario';
export { serializeCadenceFile, versionOf } from './version';
export { describeNode, newNode, portsOf } from './kinds/registry';
export { canConnect } from './connect';
export { blankCadenceFile } from './blank';
export { fileNameOf } from './file-name';
export { freeId } from './free-id';
export { isLocalDateTime } from './schema/dates';
export { isSlug } from './schema/scalars';
export {
  mergedText,
  mergeFieldsOf,
  mergePartsOf,
  neededMergeFieldsOf,
  type MergePart
} from './merge-fields';
export { describeDelay, describeDuration, resolveDelay } from './words/durations';
export { unitsLike } from './words/duration-units';
export { parseDuration } from './words/parse-duration';
export { delayText, parseDelay } from './words/parse-delay';
export { parseTime } from './words/parse-time';
export { parseWait, type WaitWords } from './words/parse-wait';
export { describeCondition, OPERATOR_WORDS } from './words/conditions';
export { countedWord, describeFact, SINCE_WORDS } from './words/facts';
export {
  describeDisposition,
  describeHandler,
  describeMove,
  describeRequirement,
  describeRule,
  describeSla
} from './words/sentences';
export {
  conditionForm,
  conditionOf,
  type ConditionGroup,
  type ConditionRow
} from './facts/condition-form';
export { tryCondition } from './facts/try-condition';
export {
  FACT_FORMS,
  operatorsFor,
  valueTypeOf,
  type ComparisonOperator,
  type FactForm,
  type FactParameter,
  type FactValueType
} from './facts/fact-forms';
export {
  COUNTED,
  readFactName,
  SINCE,
  writeFactName,
  type Counted,
  type FactFamily,
  type FactName,
  type FactReach
} from './facts/fact-name';
export { hlcOf, msOf } from './hlc';
export { publish, readVersion } from './versions/publish';
export { referral } from './versions/enrollment-key';
export { diffCadences } from './versions/diff-cadences';
export type { CadenceDiff, ConnectionChange, FieldChange, StepChange } from './versions/diff';
export type { CopiedSteps } from './copied/copied-steps';
export { copySteps, writeCopiedSteps } from './copied/copy';
export { pasteSteps, type Pasted } from './copied/paste';
export { looksCopied, readCopiedSteps } from './copied/read';
