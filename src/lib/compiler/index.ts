export { HORIZON, compile, type CompileOptions, type CompileResult } from './compile';
export { compileLinked } from './compile-linked';
export type {
  ExitAnalysis,
  GuardTension,
  PathAnalysis,
  PathSpan,
  Unbounded
} from './analysis/path-analysis';
export { CalendarCache, type Horizon } from './calendar-cache';
export { DIAGNOSTICS, type DiagnosticCode } from './diagnostics/catalogue';
export type { Diagnostic, QuickFix, Severity } from './diagnostics/diagnostic';
