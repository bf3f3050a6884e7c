import { setTimeout as sleep } from 'node:timers/promises';
import { Bar } from '../lib/Bar';
import { Bench } from '../lib/Bench';
import { Measured, signIn } from '../portal/startMeasured';
import { startScale } from '../scale/startScale';
import { measureSync } from '../sync/measureSync';
import { measureChanges } from './measureChanges';
import { measureLists } from './measureLists';
import { measureLoss } from './measureLoss';
import { measureRestart } from './measureRestart';
import { measureTopology } from './measureTopology';
import { writeCatalog } from './writeCatalog';

const SERVICES = 100;

async function tokens(portal: Measured): Promise<string[]> {
  const found: string[] = [];
  for (const persona of ['olivia', 'noor', 'paul']) {
    found.push(await signIn(portal, persona));
  }
  return found;
}

/** A portal that holds a large inventory: asked, kept busy, restarted, and told that a cluster is lost. */
export const steadyBench: Bench = {
  name: 'at scale',
  async run({ dir, bindings, clusters, seconds, log }) {
    const scale = await startScale({ dir, clusters, bindings });
    let portal: Measured | undefined;
    try {
      const options = {
        dir,
        port: 7427,
        kubeconfig: scale.kubeconfig,
        bindings,
        catalog: writeCatalog(dir, SERVICES),
      };
      portal = (await measureSync(options)).portal;
      // Matching follows the sync in the background.
      await sleep(15_000);
      const bars: Bar[] = [];
      const people = await tokens(portal);
      const topology = await measureTopology(portal, people, SERVICES);
      log(`topology: ${JSON.stringify(topology.notes)}`);
      bars.push(...topology.bars);
      const lists = await measureLists(portal, people[2]);
      log(`lists: ${JSON.stringify(lists.notes)}`);
      bars.push(...lists.bars);
      const changes = await measureChanges(portal, scale, people[2], seconds);
      log(`changes: ${JSON.stringify(changes.notes)}`);
      bars.push(...changes.bars);
      const loss = await measureLoss(portal, scale, { dir, bindings });
      log(`loss: ${JSON.stringify(loss.notes)}`);
      bars.push(...loss.bars);
      const restart = await measureRestart(portal, scale, options, people[2]);
      portal = restart.portal;
      log(`restart: ${JSON.stringify(restart.notes)}`);
      bars.push(...restart.bars);
      return {
        bars,
        notes: {
          ...topology.notes,
          ...lists.notes,
          ...changes.notes,
          ...loss.notes,
          ...restart.notes,
        },
      };
    } finally {
      await portal?.stop();
      await scale.stop();
    }
  },
};
