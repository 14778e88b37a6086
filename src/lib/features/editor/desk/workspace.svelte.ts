import { getContext, setContext, tick } from 'svelte';
import type { Preferences } from '$lib/app/context';
import type { NodeId } from '$lib/domain';
import { InvariantError } from '$lib/util';
import { Adding } from '../add/adding.svelte';
import { EdgeHand } from '../add/edge-hand.svelte';
import type { LitWay } from '../canvas/flow-types';
import type { StageHand } from '../canvas/stage-hand';
import type { Tidier } from '../canvas/tidy.svelte';
import type { EditorState } from '../editor-state.svelte';
import { Clipboard } from '../clipboard/clipboard';
import { Framing } from '../frames/framing.svelte';
import { Menus } from '../menus/menus.svelte';
import { Favorites } from '../palette/favorites.svelte';
import { Finder } from '../find/finder.svelte';
import type { Panel } from '../state/panel';
import { Connector } from '../walk/connector.svelte';
import { Reading } from '../walk/reading.svelte';
import { Walker } from '../walk/walker.svelte';
import { focusSettings } from './settings-focus';

/** On narrow screens the sides are sheets; at most one is open. */
export type Sheet = 'palette' | 'inspector';
/** The same cadence as a drawing or as a list. */
export type View = 'canvas' | 'outline';

/** Under which name it is kept how cadences are shown. */
export const VIEW = 'editor.view';

/** How a view takes the focus: on this step, or where it was. */
type Seat = (id: NodeId | null) => void;

export interface WorkspaceParts {
  readonly editor: EditorState;
  readonly hand: StageHand;
  readonly preferences: Preferences;
  readonly tidier: Tidier;
  /** Waits for layout, and says so when it fails. */
  readonly laidOut: (work: () => Promise<unknown>) => Promise<void>;
}

/** The screen around one open cadence: what is open on it, and what everything on it can do. */
export class Workspace {
  readonly editor: EditorState;
  readonly hand: StageHand;
  readonly preferences: Preferences;
  readonly tidier: Tidier;
  readonly #laidOut: WorkspaceParts['laidOut'];
  readonly adding: Adding;
  readonly edges = new EdgeHand();
  readonly framing = new Framing();
  readonly favorites: Favorites;
  readonly clipboard: Clipboard;
  readonly menus: Menus;
  readonly reading: Reading;
  readonly walker: Walker;
  readonly connector: Connector;
  readonly finder: Finder;
  #selecting = $state(false);
  #sheet: Sheet | null = $state(null);
  #view: View = $state('canvas');
  #said = $state('');
  #lit: LitWay | null = $state.raw(null);
  #seat: Seat | null = null;

  constructor({ editor, hand, preferences, tidier, laidOut }: WorkspaceParts) {
    this.editor = editor;
    this.hand = hand;
    this.preferences = preferences;
    this.tidier = tidier;
    this.#laidOut = laidOut;
    this.adding = new Adding({
      editor,
      hand,
      announce: (words) => this.announce(words),
      show: (id) => this.show(id)
    });
    this.favorites = new Favorites(preferences);
    this.clipboard = new Clipboard({
      editor,
      hand,
      announce: (words) => this.announce(words),
      isDrawn: () => this.#view === 'canvas'
    });
    this.menus = new Menus(editor, hand);
    this.reading = new Reading(editor);
    const shared = {
      editor,
      reading: this.reading,
      announce: (words: string) => this.announce(words)
    };
    this.walker = new Walker({ ...shared, hand });
    this.connector = new Connector({ ...shared, focus: (id) => this.focusStep(id) });
    this.finder = new Finder({ ...shared, reveal: (id) => this.reveal(id) });
  }

  /** Lays out all steps, or those named. */
  tidy(only?: ReadonlySet<NodeId>): void {
    void this.#laidOut(async () => {
      const done = await this.tidier.tidy(only);
      this.announce(done ? 'Tidied' : 'Tidying was stopped; nothing was changed');
    });
  }

  /** Lets the cadence run the other way. */
  turn(): void {
    const right = this.editor.file.layout.direction === 'right';
    void this.#laidOut(async () => {
      if (!(await this.tidier.turn(right ? 'down' : 'right'))) return;
      this.announce(right ? 'The cadence runs downwards' : 'The cadence runs to the right');
      await this.hand.open();
    });
  }

  get panel(): Panel | null {
    return this.editor.panel;
  }

  set panel(panel: Panel | null) {
    this.editor.panel = panel;
  }

  toggle(panel: Panel): void {
    this.panel = this.panel === panel ? null : panel;
  }

  get sheet(): Sheet | null {
    return this.#sheet;
  }

  set sheet(sheet: Sheet | null) {
    this.#sheet = sheet;
  }

  /** Whether dragging on the drawing selects what is in the box, rather than moving the view. */
  get selecting(): boolean {
    return this.#selecting;
  }

  toggleSelecting(): void {
    this.#selecting = !this.#selecting;
    this.announce(this.#selecting ? 'Dragging selects.' : 'Dragging moves the view.');
  }

  get view(): View {
    return this.#view;
  }

  set view(view: View) {
    this.#view = view;
  }

  /** Shows the cadence so from now on, on this device, with the focus where it was. */
  chooseView(view: View): void {
    this.#view = view;
    this.preferences.write(VIEW, view);
    this.announce(view === 'canvas' ? 'The drawing is shown.' : 'The list is shown.');
    void tick().then(() => this.focusStep(this.editor.selection.only));
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

  /** Selects a step, puts the focus on it and brings it into view. */
  show(id: NodeId): void {
    this.reveal(id);
    this.focusStep(id);
  }

  /** Selects a step and brings it into view; the focus stays where it is. */
  reveal(id: NodeId): void {
    this.editor.selection.set([id]);
    if (this.#view === 'canvas') void this.hand.reveal([id]);
  }

  /** The view that is shown takes the focus when it is given back; until the returned function is called. */
  takeSeat(seat: Seat): () => void {
    this.#seat = seat;
    return () => {
      if (this.#seat === seat) this.#seat = null;
    };
  }

  /** Gives the focus back to the drawing or list: to a step, or to where it was there. */
  focusStep(id: NodeId | null = null): void {
    this.#seat?.(id);
  }

  /** Closes what lies over the drawing and gives the focus back. */
  closePanel(): void {
    this.panel = null;
    this.focusStep();
  }

  /** The settings of what is selected, with the focus in them. */
  async openSettings(part: 'first' | 'name' = 'first'): Promise<void> {
    this.#sheet = 'inspector';
    await focusSettings(part);
  }

  /** Lets the name of the step be written over. */
  rename(): void {
    void this.openSettings('name');
  }
}

const KEY = Symbol('workspace');

export function provideWorkspace(workspace: Workspace): void {
  setContext(KEY, workspace);
}

/** The workspace around this component, or null where a cadence is only looked at. */
export function findWorkspace(): Workspace | null {
  return getContext<Workspace | undefined>(KEY) ?? null;
}

/** The workspace around this component; throws outside an editor. */
export function useWorkspace(): Workspace {
  const workspace = findWorkspace();
  if (!workspace) throw new InvariantError('no workspace in context');
  return workspace;
}
