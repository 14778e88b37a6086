import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newNode, type CadenceFile } from '$lib/domain';
import { arbitraryCadenceFile } from '$tests/support/arbitrary-cadence-file';
import { fileOf, sixSteps } from '$tests/support/cadences';
import { loadCadenceFile, readProjectFile } from '$tests/support/files';
import { PALETTES } from './palette';
import { pictureOf } from './svg';
import { fitted, widthOf, wrapped } from './text';

const ICONS = { call: '<path d="M1 1"/>' };
const light = { theme: 'light', icons: ICONS, title: true } as const;

/** A strict reader of the XML we write: throws when a tag is not closed, text is raw or an attribute is not quoted. */
function tagsOf(xml: string): string[] {
  const open: string[] = [];
  const all: string[] = [];
  const rest = xml.replace(
    /<(\/?)([a-zA-Z]+)((?: [a-zA-Z0-9-:]+="[^"<]*")*)(\/?)>/g,
    (_, closing: string, name: string, __, single: string) => {
      if (closing && open.pop() !== name) throw new Error(`${name} is not open`);
      if (closing) return '';
      all.push(name);
      if (!single) open.push(name);
      return '';
    }
  );
  expect(open).toEqual([]);
  expect(rest).not.toMatch(/[<>]|&(?!(amp|lt|gt|quot|#39);)/);
  return all;
}

/** Every step somewhere. */
function placed(file: CadenceFile): CadenceFile {
  const positions = Object.fromEntries(
    file.cadence.nodes.map(({ id }, i) => [id, { x: (i % 3) * 320, y: Math.floor(i / 3) * 140 }])
  );
  return { ...file, layout: { positions } };
}

describe('pictures', () => {
  it.each(readdirSync('static/examples').filter((name) => name !== 'index.json'))(
    'EXC-21 shows every step, way and label of %s',
    (name) => {
      const file = loadCadenceFile(`static/examples/${name}`);
      const svg = pictureOf(file, light)?.svg ?? '';
      const tags = tagsOf(svg);
      expect(tags.filter((tag) => tag === 'g').length).toBeGreaterThanOrEqual(
        file.cadence.nodes.length
      );
      expect(svg.match(/<path d="M[^"]*"\/>/g)?.length).toBeGreaterThanOrEqual(
        file.cadence.edges.length
      );
      for (const { kind, name: title } of file.cadence.nodes)
        if (kind !== 'wait') expect(svg).toContain(`<title>${title.replaceAll("'", '&#39;')}`);
    }
  );

  it('EXC-21 has nothing that must be fetched', () => {
    const svg = pictureOf(placed(fileOf(sixSteps())), light)?.svg ?? '';
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|href|@import/);
  });

  it('EXC-21 has the colors of the app', () => {
    const css = readProjectFile('src/app.css');
    const token = (name: string) =>
      new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(css)?.slice(1);
    const { light: day, dark: night } = PALETTES;
    const plain = {
      canvas: 'canvas',
      surface: 'surface',
      line: 'line',
      line2: 'line2',
      ink: 'ink',
      ink2: 'ink2',
      ink3: 'ink3'
    } as const;
    for (const [key, name] of Object.entries(plain) as [keyof typeof plain, string][])
      expect([day[key], night[key]], name).toEqual(token(name));
    for (const tone of Object.keys(day.tones) as (keyof typeof day.tones)[]) {
      expect([day.tones[tone].strong, night.tones[tone].strong], tone).toEqual(token(tone));
      expect([day.tones[tone].soft, night.tones[tone].soft], tone).toEqual(token(`${tone}-s`));
    }
  });

  it('EXC-21 light and dark differ in their colors alone', () => {
    const file = placed(fileOf(sixSteps()));
    const [day, night] = [pictureOf(file, light), pictureOf(file, { ...light, theme: 'dark' })];
    const bare = (svg = '') => svg.replace(/#[0-9a-f]{6}/g, '#');
    expect(day?.svg).not.toBe(night?.svg);
    expect(bare(day?.svg)).toBe(bare(night?.svg));
  });

  it('EXC-21 of nothing there is none', () => {
    const file = fileOf(sixSteps());
    expect(pictureOf({ ...file, layout: { positions: {} } }, light)).toBeNull();
  });

  it('EXC-22 any names and notes stay text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (words) => {
        const file = fileOf(sixSteps());
        const nodes = file.cadence.nodes.map((node) => ({ ...node, name: words }));
        const note = newNode('note', 'hint', { name: words, text: words });
        const cadence = { ...file.cadence, name: words, nodes: [...nodes, note] };
        tagsOf(pictureOf(placed({ ...file, cadence }), light)?.svg ?? '');
      }),
      { seed: 46, numRuns: 50 }
    );
  });

  it('EXC-21 any cadence can be drawn', () => {
    fc.assert(
      fc.property(arbitraryCadenceFile, (file) => {
        const picture = pictureOf(placed(file), light);
        if (file.cadence.nodes.length === 0) expect(picture).toBeNull();
        else expect(picture?.width).toBeGreaterThan(0);
      }),
      { seed: 47, numRuns: 60 }
    );
  });
});

describe('texts of pictures', () => {
  it('EXC-22 are cut where they do not fit, and whole where they do', () => {
    expect(fitted('Call', 100, 13)).toBe('Call');
    expect(fitted('  Call\n the  lead ', 200, 13)).toBe('Call the lead');
    expect(fitted('A name that goes on and on and on', 100, 13)).toMatch(/^A name.*…$/);
  });

  it('EXC-22 never are wider than they may be', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 40, max: 300 }),
        (text, width) => {
          expect(widthOf(fitted(text, width, 12), 12)).toBeLessThanOrEqual(width);
          const lines = wrapped(text, width, 12, 5);
          expect(lines.length).toBeLessThanOrEqual(5);
          for (const line of lines) expect(widthOf(line, 12)).toBeLessThanOrEqual(width + 12);
        }
      ),
      { seed: 48 }
    );
  });
});
