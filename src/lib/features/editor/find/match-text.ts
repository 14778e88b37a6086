/** A part of a text, from and up to these places. */
export type Range = readonly [from: number, to: number];

/** A text prepared for being searched, whatever its case and accents. */
export interface Folded {
  readonly text: string;
  readonly folded: string;
  /** Place in `text` of each place in `folded`; null: they are the same. */
  readonly places: readonly number[] | null;
}

const MARKS = /\p{M}/gu;

export function fold(text: string): Folded {
  // Most texts have no accents, and keep their places.
  // eslint-disable-next-line no-control-regex -- everything of ASCII
  if (/^[\x00-\x7f]*$/.test(text)) return { text, folded: text.toLowerCase(), places: null };
  let folded = '';
  const places: number[] = [];
  let at = 0;
  for (const letter of text) {
    const plain = letter.normalize('NFD').replace(MARKS, '').toLowerCase();
    for (let index = 0; index < plain.length; index++) places.push(at);
    folded += plain;
    at += letter.length;
  }
  places.push(at);
  return { text, folded, places };
}

/** The words of a query, ready to be looked for. */
export function wordsOf(query: string): readonly string[] {
  return [
    ...new Set(
      fold(query)
        .folded.split(/\s+/)
        .filter((word) => word !== '')
    )
  ];
}

/** Where all words occur, sorted and without overlaps; null when one of them does not. */
export function matchText(
  { folded, places }: Folded,
  words: readonly string[]
): readonly Range[] | null {
  const ranges: Range[] = [];
  for (const word of words) {
    const at = placeOf(folded, word);
    if (at === -1) return null;
    const [from, to] = [at, at + word.length];
    ranges.push(places ? [places[from] ?? 0, places[to] ?? 0] : [from, to]);
  }
  return joined(ranges.sort((a, b) => a[0] - b[0]));
}

/** At the beginning of a word where it is, else anywhere. */
function placeOf(folded: string, word: string): number {
  for (let at = folded.indexOf(word); at !== -1; at = folded.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(folded.charAt(at - 1))) return at;
  }
  return folded.indexOf(word);
}

function joined(ranges: readonly Range[]): readonly Range[] {
  const result: Range[] = [];
  for (const range of ranges) {
    const last = result.at(-1);
    if (last && range[0] <= last[1])
      result[result.length - 1] = [last[0], Math.max(last[1], range[1])];
    else result.push(range);
  }
  return result;
}

export interface Piece {
  readonly text: string;
  readonly isMatch: boolean;
}

/** A text in pieces, for showing what matched; a long one is cut to what stands around the first match. */
export function piecesOf(text: string, ranges: readonly Range[], most = 90): readonly Piece[] {
  const first = ranges[0]?.[0] ?? 0;
  const start = text.length <= most ? 0 : Math.max(0, Math.min(first - 24, text.length - most));
  const end = Math.min(text.length, start + most);
  const pieces: Piece[] = [];
  const add = (from: number, to: number, isMatch: boolean) => {
    if (from < to) pieces.push({ text: text.slice(from, to), isMatch });
  };
  let at = start;
  if (start > 0) pieces.push({ text: '…', isMatch: false });
  for (const [from, to] of ranges) {
    if (to <= at || from >= end) continue;
    add(at, Math.max(at, from), false);
    add(Math.max(at, from), Math.min(to, end), true);
    at = Math.min(to, end);
  }
  add(at, end, false);
  if (end < text.length) pieces.push({ text: '…', isMatch: false });
  return pieces;
}
