/** What we use of bpmn-moddle, which comes without types for its entrance. */
declare module 'bpmn-moddle' {
  export interface ModdleElement {
    readonly $type: string;
    [property: string]: unknown;
  }

  export class BpmnModdle {
    constructor(packages?: Readonly<Record<string, unknown>>);
    create(type: string, properties?: Readonly<Record<string, unknown>>): ModdleElement;
    fromXML(xml: string): Promise<{
      readonly rootElement: ModdleElement;
      readonly warnings: readonly { readonly message: string }[];
    }>;
    toXML(
      element: ModdleElement,
      options?: { readonly format?: boolean }
    ): Promise<{ readonly xml: string }>;
  }
}
