import type { CadenceFile } from '$lib/domain';
import type { Picture, Theme } from '$lib/exchange';
import type { LayoutService } from '$lib/layout';
import { drawPicture } from './draw-picture';
import { placedFile } from './placed-file';
import { dotsOf, rasterize, type Dots } from './rasterize';

export type PictureFormat = 'png' | 'svg';

/** A picture of the cadence while somebody decides how it should be. */
export class PictureSettings {
  format: PictureFormat = $state('png');
  theme: Theme = $state('light');
  scale = $state(2);
  title = $state(true);
  #picture: Picture | null = $state.raw(null);
  #drawing = $state(false);
  readonly #file: () => CadenceFile;
  readonly #layout: LayoutService;

  readonly #dots: Dots | null = $derived(this.#picture && dotsOf(this.#picture, this.scale));

  constructor(file: () => CadenceFile, layout: LayoutService) {
    this.#file = file;
    this.#layout = layout;
  }

  /** Null while it is drawn for the first time, and when there is nothing to see. */
  get picture(): Picture | null {
    return this.#picture;
  }

  get drawing(): boolean {
    return this.#drawing;
  }

  /** How large it becomes as PNG. */
  get dots(): Dots | null {
    return this.#dots;
  }

  /** Draws it anew as it is to be now; for an effect. */
  draw(): () => void {
    const { theme, title } = this;
    const file = this.#file();
    let stale = false;
    this.#drawing = true;
    void placedFile(file, this.#layout)
      .then((placed) => drawPicture(placed, { theme, title }))
      .then((picture) => {
        if (stale) return;
        this.#picture = picture;
        this.#drawing = false;
      });
    return () => (stale = true);
  }

  /** The file to be saved. Rejects when it cannot be drawn. */
  async blob(): Promise<Blob | null> {
    if (!this.#picture || !this.#dots) return null;
    if (this.format === 'png') return rasterize(this.#picture, this.#dots);
    return new Blob([this.#picture.svg], { type: 'image/svg+xml' });
  }
}
