import { fileNameOf, serializeCadenceFile, type CadenceFile } from '$lib/domain';
import { mermaidOf } from '$lib/exchange';
import { download, toast } from '$lib/ui';
import type { BpmnClient } from '$lib/worker/protocol';
import { namedFile } from './file-names';

/** Takes the open cadence out of the app. What fails says so. */
export class Exporter {
  readonly #file: () => CadenceFile;
  readonly #bpmn: BpmnClient;

  constructor(file: () => CadenceFile, bpmn: BpmnClient) {
    this.#file = file;
    this.#bpmn = bpmn;
  }

  json(): void {
    const file = this.#file();
    download({ name: fileNameOf(file.cadence.name), text: serializeCadenceFile(file) });
  }

  mermaid(): void {
    const file = this.#file();
    const name = namedFile(file.cadence.name, 'mmd');
    download({ name, text: mermaidOf(file), type: 'text/plain' });
  }

  async copyMermaid(): Promise<void> {
    try {
      await navigator.clipboard.writeText(mermaidOf(this.#file()));
      toast.say('Copied as Mermaid. Paste it into a document that shows diagrams.');
    } catch {
      toast.fail(
        'Nothing was copied',
        'The browser keeps pages from the clipboard here. Download it instead.'
      );
    }
  }

  async bpmn(): Promise<void> {
    const file = this.#file();
    try {
      const text = await this.#bpmn.write(file);
      const name = namedFile(file.cadence.name, 'bpmn');
      download({ name, text, type: 'application/xml' });
    } catch {
      toast.fail('The BPMN file could not be written', 'Nothing was changed. Try again.');
    }
  }
}
