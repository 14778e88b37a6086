import type { Tone } from '$lib/drawing';

export type Theme = 'light' | 'dark';

/** The colors of a picture: those of the app, as plain values that need no style sheet. */
export interface Palette {
  readonly canvas: string;
  readonly surface: string;
  readonly sunken: string;
  readonly line: string;
  readonly line2: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  /** Text on the strong color of a verdict. */
  readonly onVerdict: string;
  readonly tones: Readonly<Record<Tone, { readonly strong: string; readonly soft: string }>>;
}

export const PALETTES: Readonly<Record<Theme, Palette>> = {
  light: {
    canvas: '#faf9f7',
    surface: '#ffffff',
    sunken: '#ebe9e4',
    line: '#e4e1da',
    line2: '#d3cfc6',
    ink: '#1d1b18',
    ink2: '#5b564e',
    ink3: '#6e685d',
    onVerdict: '#ffffff',
    tones: {
      mail: { strong: '#1d5bd6', soft: '#e8f0fe' },
      call: { strong: '#0a7550', soft: '#e3f5ec' },
      meeting: { strong: '#a32d90', soft: '#fbe9f7' },
      task: { strong: '#8a5306', soft: '#fbf1dc' },
      stage: { strong: '#4f46e5', soft: '#eeedfd' },
      wait: { strong: '#8a5306', soft: '#fbf1dc' },
      branch: { strong: '#a32d90', soft: '#fbe9f7' },
      won: { strong: '#0a7550', soft: '#e3f5ec' },
      lost: { strong: '#ac3b37', soft: '#fbe9e7' },
      neutral: { strong: '#6e685d', soft: '#ebe9e4' }
    }
  },
  dark: {
    canvas: '#17171b',
    surface: '#1e1e23',
    sunken: '#2c2c33',
    line: '#2e2e36',
    line2: '#3c3c46',
    ink: '#ecebe8',
    ink2: '#b0ada7',
    ink3: '#96938c',
    onVerdict: '#17171b',
    tones: {
      mail: { strong: '#7fb0ff', soft: '#1c2a45' },
      call: { strong: '#5fd0a3', soft: '#17332a' },
      meeting: { strong: '#ec8fdc', soft: '#3a1f36' },
      task: { strong: '#e3b65b', soft: '#38301c' },
      stage: { strong: '#a5a0ff', soft: '#2a2850' },
      wait: { strong: '#e3b65b', soft: '#38301c' },
      branch: { strong: '#ec8fdc', soft: '#3a1f36' },
      won: { strong: '#5fd0a3', soft: '#17332a' },
      lost: { strong: '#f0928b', soft: '#3d2322' },
      neutral: { strong: '#96938c', soft: '#2c2c33' }
    }
  }
};
