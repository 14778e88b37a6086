import type { CadenceNode, NodeId } from '$lib/domain';
import type { Tone } from '$lib/drawing';

/** Where a step leads, and when. */
export interface PlaybookWay {
  /** Empty for the only way on. */
  readonly when: string;
  readonly to: string;
}

/** Something to be said or sent. */
export interface PlaybookText {
  readonly label: string;
  readonly subject: string;
  readonly body: string;
  readonly avoidWhen: string;
}

/** A step as somebody who works by the playbook needs it. */
export interface PlaybookStep {
  readonly id: NodeId;
  readonly kind: CadenceNode['kind'];
  readonly tone: Tone;
  /** Its number among what is to be done; null for waits, branches and the like. */
  readonly number: number | null;
  readonly title: string;
  /** What it is: `Call · Sales rep · within 4 business hours`. */
  readonly facts: readonly string[];
  readonly instruction: string;
  readonly texts: readonly PlaybookText[];
  readonly checklist: readonly { readonly text: string; readonly mandatory: boolean }[];
  /** Sentences: what must be true before, filled in, or happens when it stays open. */
  readonly demands: readonly string[];
  readonly outcomes: readonly { readonly name: string; readonly does: string }[];
  readonly ways: readonly PlaybookWay[];
}

export interface PlaybookEnd {
  readonly id: NodeId;
  readonly tone: Tone;
  readonly title: string;
  readonly verdict: string;
  readonly demands: readonly string[];
}

export interface Playbook {
  readonly title: string;
  readonly description: string;
  /** The goal, how it is measured, and who takes part. */
  readonly facts: readonly { readonly label: string; readonly text: string }[];
  readonly steps: readonly PlaybookStep[];
  readonly ends: readonly PlaybookEnd[];
  readonly rules: readonly string[];
}
