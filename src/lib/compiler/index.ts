export type { Diagnostic, QuickFix, Severity } from './diagnostics/diagnostic';
