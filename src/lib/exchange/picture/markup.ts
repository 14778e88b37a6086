import { xmlText } from '../xml-text';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;'
};

type Value = string | number | undefined;

/** A text as it may stand in markup. */
export function escaped(text: string): string {
  return xmlText(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
}

/** An element of SVG around markup; attributes without a value are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, Value>>,
  ...inner: readonly string[]
): string {
  const all = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(shown(value))}"`)
    .join('');
  const content = inner.join('');
  return content === '' ? `<${name}${all}/>` : `<${name}${all}>${content}</${name}>`;
}

/** Numbers to a hundredth: nobody sees more, and files stay small. */
function shown(value: Value): string {
  return typeof value === 'number' ? String(Math.round(value * 100) / 100) : (value ?? '');
}

/** Two colors `#rrggbb` mixed; `share` of the first. */
export function mixed(first: string, second: string, share: number): string {
  const channel = (at: number) => {
    const value = hex(first, at) * share + hex(second, at) * (1 - share);
    return Math.round(value).toString(16).padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}

function hex(color: string, at: number): number {
  return Number.parseInt(color.slice(at, at + 2), 16);
}
