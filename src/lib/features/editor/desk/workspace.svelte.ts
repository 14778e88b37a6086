import { getContext, setContext } from 'svelte';
import type { Preferences } from '$lib/app/context';
import type { NodeId } from '$lib/domain';
import { InvariantError } from '$lib/util';
import type { LitWay } from '../canvas/flow-types';
import type { StageHand } from '../canvas/stage-hand';
import type { EditorState } from '../editor-state.svelte';

/** What lies over the drawing; one at a time. */
export type Panel = 'problems' | 'find' | 'paths';
/** On narrow screens the sides are sheets; at most one is open. */
export type Sheet = 'palette' | 'inspector';
/** The same cadence as a drawing or as a list. */
export type View = 'canvas' | 'outline';

export interface WorkspaceParts {
  readonly editor: EditorState;
  readonly hand: StageHand;
  readonly preferences: Preferences;
  /** Lays out all steps, or those named. */
  readonly tidy: (only?: ReadonlySet<NodeId>) => void;
}

/** The screen around one open cadence: what is open on it, and what everything on it can do. */
export class Workspace {
  readonly editor: EditorState;
  readonly hand: StageHand;
  readonly preferences: Preferences;
  readonly tidy: WorkspaceParts['tidy'];
  #panel: Panel | null = $state(null);
  #sheet: Sheet | null = $state(null);
  #view: View = $state('canvas');
  #said = $state('');
  #lit: LitWay | null = $state.raw(null);

  constructor({ editor, hand, preferences, tidy }: WorkspaceParts) {
    this.editor = editor;
    this.hand = hand;
    this.preferences = preferences;
    this.tidy = tidy;
  }

  get panel(): Panel | null {
    return this.#panel;
  }

  set panel(panel: Panel | null) {
    this.#panel = panel;
  }

  toggle(panel: Panel): void {
    this.#panel = this.#panel === panel ? null : panel;
  }

  get sheet(): Sheet | null {
    return this.#sheet;
  }

  set sheet(sheet: Sheet | null) {
    this.#sheet = sheet;
  }

  get view(): View {
    return this.#view;
  }

  set view(view: View) {
    this.#view = view;
  }

  /** A way that is lit on the drawing while somebody looks at it in a list. */
  get lit(): LitWay | null {
    return this.#lit;
  }

  set lit(way: LitWay | null) {
    this.#lit = way;
  }

  /** What screen readers were told last. */
  get said(): string {
    return this.#said;
  }

  /** Tells screen readers what has just happened; the same words again are said again. */
  announce(words: string): void {
    this.#said = words === this.#said ? `${words}\u00a0` : words;
  }

  /** Selects a step and brings it into view. */
  show(id: NodeId): void {
    if (this.#view === 'canvas') void this.hand.show(id);
    else this.editor.selection.set([id]);
  }
}

const KEY = Symbol('workspace');

export function provideWorkspace(workspace: Workspace): void {
  setContext(KEY, workspace);
}

/** The workspace around this component; throws outside an editor. */
export function useWorkspace(): Workspace {
  const workspace = getContext<Workspace | undefined>(KEY);
  if (!workspace) throw new InvariantError('no workspace in context');
  return workspace;
}
