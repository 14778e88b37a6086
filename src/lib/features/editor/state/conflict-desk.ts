import type { CadenceFile, CadenceId } from '$lib/domain';
import type { App } from '$lib/app/context';
import { onlyRead, type Draft, type WriteFailure } from '$lib/storage';
import { fail, ok, type Result } from '$lib/util';
import type { Autosave, SavedContent } from './autosave.svelte';

interface Surroundings {
  readonly id: CadenceId;
  /** The work on screen. */
  readonly content: () => SavedContent;
  /** Puts another version on screen. */
  readonly take: (theirs: Draft) => void;
  readonly notify: (message: string) => void;
}

/** What happens when the same cadence is changed in two tabs: nobody's work goes silently. */
export class ConflictDesk {
  readonly #services: Pick<App, 'drafts' | 'now' | 'newCadenceId'>;
  readonly #autosave: Autosave;
  readonly #around: Surroundings;

  constructor(
    services: Pick<App, 'drafts' | 'now' | 'newCadenceId'>,
    autosave: Autosave,
    around: Surroundings
  ) {
    this.#services = services;
    this.#autosave = autosave;
    this.#around = around;
  }

  /** Shows the other tab's version when nothing here is unsaved; else the next save will tell. */
  async changedElsewhere(change: { cadence: CadenceId; rev: string }): Promise<void> {
    if (change.cadence !== this.#around.id || change.rev === this.#autosave.rev) return;
    const { hasUnsavedByHand, status } = this.#autosave;
    if (hasUnsavedByHand && status.type !== 'conflict') return;
    const entry = await this.#services.drafts.open(this.#around.id).catch(() => undefined);
    // Storage does not answer: the next save will tell.
    if (entry === undefined) return;
    if (this.#autosave.status.type === 'conflict') {
      this.#autosave.conflict(entry);
    } else if (!this.#autosave.hasUnsavedByHand) {
      if (entry?.type !== 'draft') this.#autosave.conflict(entry);
      else if (entry.draft.rev !== this.#autosave.rev) {
        this.#around.take(entry.draft);
        this.#around.notify('Changed in another tab: this is the newest version.');
      }
    }
  }

  /**
   * Nobody is there any more to decide: unsaved work is kept beside the other version. Says so, and
   * says so too when it could not be kept.
   */
  async leave(): Promise<void> {
    const { hasUnsaved, status } = this.#autosave;
    if (!hasUnsaved) return;
    const { name } = this.#around.content().file.cadence;
    const kept = status.type === 'conflict' && (await this.keepBoth()).ok;
    if (!kept) this.#around.notify(`Your changes to “${name}” could not be saved.`);
    else if (status.theirs === null) {
      this.#around.notify(`“${name}” was deleted in another tab and is back, with your changes.`);
    } else this.#around.notify(`Your version of “${name}” was kept beside the other one.`);
  }

  /** Takes the other tab's version. */
  useTheirs(): void {
    const { status } = this.#autosave;
    if (status.type === 'conflict' && status.theirs?.type === 'draft') {
      this.#around.take(status.theirs.draft);
    }
  }

  /**
   * Saves the work on screen under a new id and shows the other version; when the other tab
   * deleted the cadence, simply saves it again. Gives the id that the work now has.
   */
  async keepBoth(): Promise<Result<CadenceId, WriteFailure>> {
    const { status } = this.#autosave;
    if (status.type !== 'conflict') return ok(this.#around.id);
    if (status.theirs === null) {
      await this.#autosave.overwrite(null);
      return this.#written();
    }
    const { file, history } = this.#around.content();
    const copy = copyOf(file, this.#services.newCadenceId());
    const saved = await this.#services.drafts.save(
      { file: copy, history: onlyRead(history), updatedAt: this.#services.now() },
      null
    );
    if (!saved.ok) return saved;
    this.#autosave.keptElsewhere();
    this.useTheirs();
    return ok(copy.cadence.id);
  }

  #written(): Result<CadenceId, WriteFailure> {
    const { status } = this.#autosave;
    if (status.type === 'failed') return fail({ code: status.reason, message: status.message });
    return status.type === 'conflict' ? fail({ code: 'conflict' }) : ok(this.#around.id);
  }
}

function copyOf(file: CadenceFile, id: CadenceId): CadenceFile {
  return { ...file, cadence: { ...file.cadence, id, name: `${file.cadence.name} (my version)` } };
}
