import { join } from 'node:path';
import { ROOT } from '../paths.js';
import { buildBench } from './build.js';
import { browserHost, nodeHost } from './hosts.js';
import { findPeers } from './peers.js';
import { machineLine, median, table } from './table.js';

/**
 * @typedef {import('./hosts.js').Host} Host @typedef {import('./hosts.js').Timed} Timed
 * @typedef {import('./peers.js').Peer} Peer @typedef {import('./table.js').Row} Row
 * @typedef {{ name: string, file: string, peers: boolean }} Workload
 */

/** The reference workloads, for which there are peers, and a rich cadence of the gallery. @type {readonly Workload[]} */
const WORKLOADS = [
  { name: 'six-step-a', file: 'tests/bench/six-step-a.json', peers: true },
  { name: 'six-step-b', file: 'tests/bench/six-step-b.json', peers: true },
  { name: 'order-loop', file: 'tests/bench/order-loop.json', peers: true },
  { name: 'e-commerce-order', file: 'static/examples/e-commerce-order.json', peers: false }
];

/** In full, in brief (what the workloads ask for), and by the general path. */
const WAYS = [
  { general: false, brief: false },
  { general: false, brief: true },
  { general: true, brief: false }
];

/** Prints how fast the simulator is with the workloads of this name. @param {{ quick: boolean, only: string }} how */
export async function benchSimulations({ quick, only }) {
  const workloads = WORKLOADS.filter(({ name }) => name.includes(only));
  if (workloads.length === 0) return;
  const sizes = quick ? [10_000, 100_000] : [10_000, 100_000, 1_000_000];
  /** First runs need processes of their own: so many of them. */
  const processes = quick ? 1 : 3;
  /** So many runs at least, and more within this time. */
  const times = quick ? { runs: 2, milliseconds: 300 } : { runs: 3, milliseconds: 1500 };
  await buildBench();
  const peers = await findPeers(quick);
  const browser = await browserHost();
  const hosts = [nodeHost(), ...(browser ? [browser] : [])];
  const versions = [
    `Node ${process.versions.node}`,
    ...(browser ? [`Chromium ${browser.version}`] : [])
  ];
  console.log(machineLine(versions));
  for (const workload of workloads) console.log(table(workload.name, await rowsOf(workload)));
  for (const host of hosts) await host.close();

  /** @param {Workload} workload */
  async function rowsOf({ name, file, peers: comparable }) {
    /** @type {Row[]} */
    const rows = [];
    for (const leads of sizes) {
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
      if (peer.most < (sizes[0] ?? 0))
        rows.unshift(
          ...(await attempt(peer.name, peer.most, () => askPeer(peer, name, peer.most)))
        );
    return rows;
  }

  /** @param {Peer} peer @param {string} name @param {number} leads */
  async function askPeer(peer, name, leads) {
    const isFast = peer.name.startsWith('C (');
    return [await peer.run(name, leads, isFast ? (quick ? 5 : 15) : leads > 10_000 ? 1 : 3)];
  }

  /** The columnar path, where the cadence qualifies for it, in full and in brief, and the general one. @param {Host} host @param {string} file @param {number} leads */
  async function ours(host, file, leads) {
    /** @type {Row[]} */
    const rows = [];
    for (const { general, brief } of WAYS) {
      // One that takes the general path anyway need not be asked twice.
      if (general && (rows.length === 0 || rows[0]?.who.endsWith('general'))) continue;
      // A million leads say enough in one process, and the general path takes its time for them.
      const many = leads >= 1_000_000;
      const job = { file, leads, general, brief, ...times, ...(many ? { runs: 2 } : {}) };
      const runs = async () => {
        const found = [];
        for (let i = 0; i < (many ? 1 : processes); i++) found.push(await host.run(job));
        return found;
      };
      rows.push(...(await attempt(`Cadenza, ${host.name}${brief ? ', brief' : ''}`, leads, runs)));
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
}
