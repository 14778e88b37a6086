/*
 * How fast the simulator is, beside what else there is on this machine, in one table:
 * `npm run bench [-- --quick] [--only part-of-a-name] [--micro]`. Nothing else should run meanwhile.
 * The last tables, of `--only editor`, say how fast the editor is in a browser.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildBench } from './bench/build.js';
import { browserHost, nodeHost } from './bench/hosts.js';
import { findPeers } from './bench/peers.js';
import { machineLine, median, table } from './bench/table.js';
import { packageFile, ROOT } from './paths.js';
import { runNode } from './run-command.js';

/**
 * @typedef {import('./bench/hosts.js').Host} Host @typedef {import('./bench/hosts.js').Timed} Timed
 * @typedef {import('./bench/peers.js').Peer} Peer @typedef {import('./bench/table.js').Row} Row
 */

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    micro: { type: 'boolean', default: false },
    only: { type: 'string', default: '' }
  }
});
const { quick, micro, only } = values;

/** The reference workloads, for which there are peers, and a rich cadence of the gallery. */
const WORKLOADS = [
  { name: 'six-step-a', file: 'tests/bench/six-step-a.json', peers: true },
  { name: 'six-step-b', file: 'tests/bench/six-step-b.json', peers: true },
  { name: 'order-loop', file: 'tests/bench/order-loop.json', peers: true },
  { name: 'e-commerce-order', file: 'static/examples/e-commerce-order.json', peers: false }
].filter(({ name }) => name.includes(only));
const SIZES = quick ? [10_000, 100_000] : [10_000, 100_000, 1_000_000];
/** First runs need processes of their own: so many of them. */
const PROCESSES = quick ? 1 : 3;
/** So many runs at least, and more within this time. */
const TIMES = quick ? { runs: 2, milliseconds: 300 } : { runs: 3, milliseconds: 1500 };

if (micro) {
  const vitest = packageFile('vitest/vitest.mjs');
  const { ok } = await runNode(vitest, ['bench', '--run', '--project=node']);
  process.exit(ok ? 0 : 1);
}

if (WORKLOADS.length > 0) await simulations();
if ('editor'.includes(only)) await editor();

/** The built app in a browser. */
async function editor() {
  if (!hasBrowser() || !(await buildIfStale())) return console.error('editor: no browser or build');
  const server = createStaticServer(BUILD);
  const address = `http://127.0.0.1:${await listen(server, 0)}/`;
  const { version, tables } = await measureEditor(address);
  server.close();
  console.log(machineLine([`Chromium ${version}`]));
  for (const { title, rows } of tables) console.log(editorTable(`editor, ${title}`, rows));
}

async function simulations() {
  await buildBench();
  const peers = await findPeers(quick);
  const browser = await browserHost();
  const hosts = [nodeHost(), ...(browser ? [browser] : [])];
  const versions = [
    `Node ${process.versions.node}`,
    ...(browser ? [`Chromium ${browser.version}`] : [])
  ];
  console.log(machineLine(versions));
  for (const workload of WORKLOADS) console.log(table(workload.name, await rowsOf(workload)));
  for (const host of hosts) await host.close();
}

/** @param {typeof WORKLOADS[number]} workload */
async function rowsOf({ name, file, peers: comparable }) {
  /** @type {Row[]} */
  const rows = [];
  for (const leads of SIZES) {
    for (const peer of comparable ? peers : []) {
      if (leads > peer.most) continue;
      rows.push(...(await attempt(peer.name, leads, () => askPeer(peer, name, leads))));
    }
    // A rich cadence takes a while: its larger sizes say nothing new in a hurry.
    if (quick && !comparable && leads > 10_000) continue;
    for (const host of hosts) rows.push(...(await ours(host, join(ROOT, file), leads)));
  }
  // Peers that are too slow for the smallest size show themselves with fewer leads.
  for (const peer of comparable ? peers : [])
    if (peer.most < (SIZES[0] ?? 0))
      rows.unshift(...(await attempt(peer.name, peer.most, () => askPeer(peer, name, peer.most))));
  return rows;
}

/** @param {Peer} peer @param {string} name @param {number} leads */
async function askPeer(peer, name, leads) {
  const isFast = peer.name.startsWith('C (');
  return [await peer.run(name, leads, isFast ? (quick ? 5 : 15) : leads > 10_000 ? 1 : 3)];
}

/** The columnar path, where the cadence qualifies for it, and the general one. @param {Host} host @param {string} file @param {number} leads */
async function ours(host, file, leads) {
  /** @type {Row[]} */
  const rows = [];
  for (const general of [false, true]) {
    // One that takes the general path anyway need not be asked twice.
    if (general && (rows.length === 0 || rows[0]?.who.endsWith('general'))) continue;
    // A million leads say enough in one process, and the general path takes its time for them.
    const many = leads >= 1_000_000;
    const job = { file, leads, general, ...TIMES, ...(many ? { runs: 2 } : {}) };
    const runs = async () => {
      const found = [];
      for (let i = 0; i < (many ? 1 : PROCESSES); i++) found.push(await host.run(job));
      return found;
    };
    rows.push(...(await attempt(`Cadenza, ${host.name}`, leads, runs)));
  }
  return rows;
}

/**
 * A row, or none with a word why.
 * @param {string} who @param {number} leads @param {() => Promise<readonly Timed[]>} run
 * @returns {Promise<Row[]>}
 */
async function attempt(who, leads, run) {
  try {
    const found = await run();
    const first = median(found.map(({ times }) => times[0] ?? NaN));
    const warm = median(
      found.map(({ times }) => median(times.length > 1 ? times.slice(1) : times))
    );
    const { good = NaN, mean = NaN, path } = found[0] ?? {};
    return [{ who: path ? `${who}, ${path}` : who, leads, warm, first, good, mean }];
  } catch (error) {
    console.error(`${who}, ${leads} leads: ${error instanceof Error ? error.message : error}`);
    return [];
  }
}
