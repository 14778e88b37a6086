import latinUrl from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';
import latinExtUrl from '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2?url';

/** What lies beyond Latin-1 in the first file of the font; all else is in the second, if anywhere. */
const BEYOND = new Set(
  '\u0131\u0152\u0153\u02bb\u02bc\u02c6\u02da\u02dc\u20ac\u2122\u2191\u2193\u2212'
);

function isLatin(letter: string): boolean {
  return letter <= '\u00ff' || (letter >= '\u2000' && letter <= '\u206f') || BEYOND.has(letter);
}

/** A style sheet with the app's font in it, as much of it as the text needs; empty when it cannot be had. */
export async function fontFaceFor(text: string): Promise<string> {
  const urls = [...text].every(isLatin) ? [latinUrl] : [latinExtUrl, latinUrl];
  try {
    const faces = await Promise.all(urls.map(faceOf));
    return faces.join('');
  } catch {
    // Without it the picture names fonts that look much the same.
    return '';
  }
}

async function faceOf(url: string): Promise<string> {
  const response = await fetch(url);
  const data = await dataUrlOf(await response.blob());
  const range =
    url === latinExtUrl ? 'unicode-range:U+0100-02FF,U+1E00-1EFF,U+2C60-2C7F,U+A720-A7FF;' : '';
  return `@font-face{font-family:'Inter Variable';font-weight:100 900;src:url(${data}) format('woff2');${range}}`;
}

/** A blob as a data: address. */
function dataUrlOf(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () =>
      resolve(typeof reader.result === 'string' ? reader.result : '')
    );
    reader.addEventListener('error', () => reject(new Error('it could not be read')));
    reader.readAsDataURL(blob);
  });
}
