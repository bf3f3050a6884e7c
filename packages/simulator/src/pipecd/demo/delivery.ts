import type { World } from '../../world/World';
import { PipecdWorld } from '../PipecdWorld';
import { applications } from './applications';
import { approveGate } from './approveGate';
import { karmadaTarget } from './karmadaTarget';
import { places } from './places';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** The references: a canary from its second run on, and a gate that another account than the listed one approved. */
function references(world: World, pipecd: PipecdWorld): void {
  pipecd.push('canary', 'Bring v0.32.0', 'Olivia');
  pipecd.push('canary-mended', 'Bring v1.1.0', 'Olivia');
  pipecd.push('app-1-cluster-1', 'Bring v0.31.0', 'Paul');
  world.pass(3 * MINUTE);
  pipecd.push('analysis-with-baseline', 'Bring v2.1.0', 'Olivia');
  pipecd.push('wait-approval', 'Bring v0.9.1', 'Olivia');
  world.pass(2 * MINUTE);
  // An older control plane let it pass.
  approveGate(pipecd, 'wait-approval', ['hello-pipecd']);
  approveGate(pipecd, 'analysis-with-baseline', ['paul']);
  world.pass(2 * MINUTE);
}

/** A version that went through all environments, with somebody who let it into the last. */
function throughAll(world: World, pipecd: PipecdWorld): void {
  pipecd.push('gift-cards-rohan', 'Bring v2.1.0', 'Olivia');
  world.pass(6 * MINUTE);
  approveGate(pipecd, 'gift-cards-shire', ['noor']);
  world.pass(2 * MINUTE);
}

/** Runs that went wrong, one of each kind. */
function mishaps(world: World, pipecd: PipecdWorld): void {
  const invoices = pipecd.application('invoices').id;
  const failing = pipecd.v0
    .spec(invoices)
    .pipeline!.map(stage =>
      stage.name === 'ANALYSIS' ? { ...stage, failsAt: 20 } : stage,
    );
  const healthy = pipecd.v0.spec(invoices).pipeline;
  pipecd.v0.configure(invoices, { pipeline: failing });
  pipecd.push('invoices', 'Bring v4.3.0-rc1', 'Noor');
  pipecd.push('shipping', 'Bring v3.1.0', 'Noor');
  pipecd.push('tariffs', 'Bring v1.4.0', 'Noor');
  world.pass(4 * MINUTE);
  pipecd.v0.configure(invoices, { pipeline: healthy });
  pipecd.push('tracking', 'Bring v2.0.0', 'Noor');
  world.pass(MINUTE);
  approveGate(pipecd, 'tracking', ['noor']);
  world.pass(20 * SECOND);
  pipecd.v1.stop();
  world.pass(30 * SECOND);
  pipecd.v1.start();
  world.pass(2 * MINUTE);
}

/** What is on its way now. */
function present(world: World, pipecd: PipecdWorld): void {
  const printer = pipecd.application('label-printer').id;
  pipecd.v1.configure(printer, { stuck: true });
  pipecd.push('label-printer', 'Bring v0.4.0', 'Noor');
  pipecd.push('returns', 'Bring v1.2.0', 'Noor');
  world.pass(MINUTE);
  pipecd.push('returns', 'Bring v1.2.1', 'Noor');
  pipecd.push('basket', 'Bring v5.1.0', 'Noor');
  pipecd.push('stocktake', 'Bring v1.1.0', 'Noor');
  pipecd.push('settlements', 'Bring v1.1.0', 'Olivia');
  pipecd.push('gift-cards-rohan', 'Bring v2.2.0', 'Olivia');
  world.pass(MINUTE);
  approveGate(pipecd, 'basket', ['noor']);
  pipecd.push('stocktake', 'Bring v1.2.0', 'Noor');
  world.pass(MINUTE);
}

/** A PipeCD that deploys into the world, with a past: an hour of runs, some of which are under way. */
export function delivery(world: World): void {
  const pipecd = PipecdWorld.create({
    clock: world.clock,
    target: karmadaTarget(world),
    timings: 'demo',
  });
  world.pipecd = pipecd;
  for (const object of places()) {
    world.apply(object);
  }
  pipecd.v0.start();
  pipecd.v1.start();
  const all = applications(world);
  for (const application of all) {
    pipecd.addApplication(application);
  }
  const first: Record<string, string> = {
    canary: 'v0.31.0',
    invoices: 'v4.2.0',
    shipping: 'v3.0.2',
    basket: 'v5.0.0',
    tracking: 'v1.9.0',
    'gift-cards-rohan': 'v2.0.0',
  };
  for (const { name } of all) {
    const deployed =
      name !== 'tariffs' &&
      name !== 'label-printer' &&
      !/cluster-[123]|-gondor|-shire/.test(name);
    if (deployed) {
      pipecd.push(name, `Deploy ${first[name] ?? 'v1.0.0'}`, 'Paul');
    }
  }
  world.pass(5 * MINUTE);
  references(world, pipecd);
  throughAll(world, pipecd);
  world.pass(20 * MINUTE);
  mishaps(world, pipecd);
  world.pass(15 * MINUTE);
  present(world, pipecd);
}
