/** Lower-case ULID: 26 characters of Crockford's base 32, time-sorted. */
export type CadenceId = string;
/** Lower-case ULID. No personal data: ids live on in logs and addresses. */
export type LeadId = string;
/** `[a-z0-9-]{1,24}`, unique among a cadence's nodes, never reused. */
export type NodeId = string;
/** `[a-z0-9-]{1,24}`, unique among a cadence's edges, never reused. */
export type EdgeId = string;
/** `[a-z0-9-]{1,24}`: a disposition, role, lead field, parameter, signal, case, path or segment. */
export type Slug = string;
/** SHA-256 of the canonical JSON of `cadence`, 64 lower-case hex digits. */
export type VersionId = string;
/** `<cadenceId>~<n>`: the n-th enrollment of a lead in a cadence, counted from 1. */
export type EnrollmentKey = string;
/** `<nodeId>#<n>`: the n-th visit of an enrollment to a node, counted from 1. */
export type StepKey = string;
/** `<user>.<replica>.<t>`. */
export type EventId = string;
/** Hybrid logical clock: 9 base-32 digits of milliseconds, `-`, 4 base-36 digits of counter. */
export type Hlc = string;
/** `<user>.<replica>`; the user is `local` until somebody signs in. */
export type Author = string;
/** Milliseconds since 1970-01-01T00:00Z, an integer. */
export type Instant = number;
