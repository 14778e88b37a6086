/**
 * The one place that starts threads. Trusted Types are on, so a script URL must come from a policy;
 * ours lets through the app's own scripts and nothing else.
 */
import { asset } from '$app/paths';
import { InvariantError } from '$lib/util';
import elkUrl from 'elkjs/lib/elk-worker.min.js?url';
import bpmnUrl from './bpmn.worker.ts?worker&url';
import computeUrl from './compute.worker.ts?worker&url';
import dataUrl from './data.worker.ts?worker&url';

export type WorkerKind = 'data' | 'compute' | 'bpmn' | 'elk';

const WORKERS: Readonly<Record<WorkerKind, { url: string; options: WorkerOptions }>> = {
  data: { url: dataUrl, options: { type: 'module', name: 'data' } },
  compute: { url: computeUrl, options: { type: 'module', name: 'compute' } },
  bpmn: { url: bpmnUrl, options: { type: 'module', name: 'bpmn' } },
  // Shipped unmodified as its authors built it: a classic script.
  elk: { url: elkUrl, options: { name: 'elk' } }
};

function absolute(url: string): string {
  return new URL(url, document.baseURI).href;
}

function isKnown(url: string): boolean {
  const known = [
    ...Object.values(WORKERS).map((worker) => worker.url),
    asset('/service-worker.js')
  ];
  return known.some((each) => absolute(each) === absolute(url));
}

function checked(url: string): string {
  if (!isKnown(url)) throw new InvariantError(`${url} is no script of this app`);
  return url;
}

interface ScriptPolicy {
  createScriptURL(url: string): unknown;
}

/** The part of the browser's Trusted Types that is used here; absent where they are not built in. */
interface TrustedTypesGlobal {
  readonly trustedTypes?: { createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy };
}

/** Made on first use: a policy's name can be taken only once per page. */
let policy: ScriptPolicy | undefined;

function scriptPolicy(): ScriptPolicy {
  const rules: ScriptPolicy = { createScriptURL: checked };
  policy ??=
    (globalThis as TrustedTypesGlobal).trustedTypes?.createPolicy('app-worker', rules) ?? rules;
  return policy;
}

/** The URL of one of the app's own scripts in the form that the browser demands; throws for any other. */
export function trustedScriptUrl(url: string): string {
  // The DOM types take strings; the browser takes the policy's object where Trusted Types are on.
  return scriptPolicy().createScriptURL(url) as string;
}

/** Starts one of the app's workers. */
export function createWorker(kind: WorkerKind): Worker {
  const { url, options } = WORKERS[kind];
  return new Worker(trustedScriptUrl(url), options);
}
