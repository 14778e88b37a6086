import * as v from 'valibot';
import { parseCadenceFile, type CadenceFile } from '$lib/domain';
import type { App } from '$lib/app/context';

/** A cadence of the gallery, ready to be drawn and copied. */
export interface Example {
  readonly name: string;
  readonly description: string;
  readonly file: CadenceFile;
}

const FOLDER = 'examples';

const INDEX = v.array(
  v.object({
    file: v.pipe(v.string(), v.regex(/^[a-z0-9-]+\.json$/)),
    name: v.string(),
    description: v.string()
  })
);

/** The cadences that come with the app, in their order; rejects when they cannot be had. */
export async function loadExamples(fetchAsset: App['fetchAsset']): Promise<readonly Example[]> {
  const index = v.parse(INDEX, JSON.parse(await fetchAsset(`${FOLDER}/index.json`)));
  const texts = await Promise.all(index.map(({ file }) => fetchAsset(`${FOLDER}/${file}`)));
  return index.flatMap(({ name, description }, at) => {
    const parsed = parseCadenceFile(texts[at] ?? '');
    return parsed.ok ? [{ name, description, file: parsed.value }] : [];
  });
}
