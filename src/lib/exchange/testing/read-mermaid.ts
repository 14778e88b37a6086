/** A small, strict reader of the flowcharts we write: it knows Mermaid's grammar where we use it, and no more. */

export interface Flowchart {
  readonly direction: string;
  readonly steps: ReadonlyMap<string, string>;
  readonly boxes: readonly { readonly label: string; readonly steps: readonly string[] }[];
  readonly ways: readonly { from: string; to: string; label: string }[];
}

/** No quote, no character that Mermaid reads, no raw markup but the line break. */
const LABEL = String.raw`"((?:<br/>|[^"<>&\`|{}\[\]\\\n])*)"`;
const SHAPE = String.raw`(?:\(\[|\[\[|\[/|\[\\|\{\{|\{|\[|>)${LABEL}(?:\]\)|\]\]|\\\]|/\]|\}\}|\}|\])`;
const STEP = new RegExp(`^ {2,4}(n\\d+)${SHAPE}$`);
const BOX = new RegExp(`^ {2}subgraph (sn\\d+)\\[${LABEL}\\]$`);
const WAY = new RegExp(`^ {2}(n\\d+) -->(?:\\|${LABEL}\\|)? (n\\d+)$`);
const CLASS = /^ {2}class n\d+(,n\d+)* tone[A-Z][a-z]+$/;
const CLASS_DEF =
  /^ {2}classDef tone[A-Z][a-z]+ fill:#[0-9a-f]{6},stroke:#[0-9a-f]{6},color:#[0-9a-f]{6}$/;
/** Read before any line is: these would change the whole chart. */
const DIRECTIVE = /%%|\$\$/;

/** What the chart says; throws for a line that no flowchart has. */
export function readMermaid(text: string): Flowchart {
  const [head = '', ...lines] = text.trimEnd().split('\n');
  const direction = /^flowchart (TD|LR)$/.exec(head)?.[1];
  if (direction === undefined) throw new Error(`no flowchart: ${head}`);
  if (DIRECTIVE.test(text)) throw new Error('holds a directive');
  const steps = new Map<string, string>();
  const boxes: { label: string; steps: string[] }[] = [];
  const ways: { from: string; to: string; label: string }[] = [];
  let box: { label: string; steps: string[] } | null = null;
  for (const line of lines) {
    const step = STEP.exec(line);
    const opening = BOX.exec(line);
    const way = WAY.exec(line);
    if (step?.[1] !== undefined) {
      if (steps.has(step[1])) throw new Error(`twice: ${line}`);
      steps.set(step[1], shown(step[2]));
      box?.steps.push(step[1]);
    } else if (opening && !box) {
      box = { label: shown(opening[2]), steps: [] };
      boxes.push(box);
    } else if (line === '  end' && box) box = null;
    else if (way) ways.push({ from: way[1] ?? '', to: way[3] ?? '', label: shown(way[2]) });
    else if (!CLASS.test(line) && !CLASS_DEF.test(line)) throw new Error(`no line: ${line}`);
  }
  if (box) throw new Error('a box is left open');
  for (const { from, to } of ways)
    if (!steps.has(from) || !steps.has(to)) throw new Error(`a way to nowhere: ${from} ${to}`);
  return { direction, steps, boxes, ways };
}

/** The text as a reader of the picture sees it. */
function shown(label = ''): string {
  return label
    .replaceAll('<br/>', '\n')
    .replace(/#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}
