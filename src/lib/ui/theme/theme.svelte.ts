export type ThemeChoice = 'system' | 'light' | 'dark';

const KEY = 'cadenza.theme';

/** The `--bg` of the token sheet, for the browser's own bars. */
const GROUND = { light: '#f6f5f2', dark: '#131316' } as const;

/** The chosen theme and the one that shows. `static/theme.js` does the same before the first paint. */
export class Theme {
  #choice = $state<ThemeChoice>(stored());
  #systemDark = $state(false);
  #shown = $derived<'light' | 'dark'>(
    this.#choice === 'system' ? (this.#systemDark ? 'dark' : 'light') : this.#choice
  );

  get choice(): ThemeChoice {
    return this.#choice;
  }

  get shown(): 'light' | 'dark' {
    return this.#shown;
  }

  choose(choice: ThemeChoice): void {
    this.#choice = choice;
    try {
      if (choice === 'system') localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, choice);
    } catch {
      // Where storage is forbidden the choice lasts until the page closes.
    }
    this.#apply();
  }

  /** Follows the system's choice until the returned function is called. */
  follow(): () => void {
    const query = matchMedia('(prefers-color-scheme: dark)');
    const update = () => {
      this.#systemDark = query.matches;
      this.#apply();
    };
    update();
    query.addEventListener('change', update);
    return () => query.removeEventListener('change', update);
  }

  #apply(): void {
    document.documentElement.dataset['theme'] = this.#shown;
    for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
      meta.content = GROUND[this.#shown];
    }
  }
}

function stored(): ThemeChoice {
  try {
    const value = localStorage.getItem(KEY);
    return value === 'light' || value === 'dark' ? value : 'system';
  } catch {
    return 'system';
  }
}
