import type { World } from '../../world/World';
import { isOver } from '../model/isOver';
import type { PipecdWorld } from '../PipecdWorld';
import { openGate } from './approveGate';
import { tellDelivery, type DeliveryStory } from './stories';

const SECOND = 1000;
const EVERY = 45 * SECOND;

/** What begins by itself, one after the other. */
const ROUND: Array<[application: string, story: DeliveryStory]> = [
  ['gift-cards-shire', 'gift-cards-run'],
  ['canary-mended', 'canary-mended-run'],
  ['wait-approval', 'run-starts'],
  ['invoices', 'run-rolls-back'],
  ['canary', 'canary-run'],
  ['analysis-with-baseline', 'analysis-run'],
  ['app-1-cluster-1', 'chain-run'],
  ['basket', 'basket-run'],
  ['shipping', 'gate-times-out'],
];

/** Who comes to a gate, and how long they let it wait. `returns` is left to whoever watches. */
const APPROVERS: Record<string, Array<[user: string, after: number]>> = {
  'wait-approval': [['olivia', 60 * SECOND]],
  'analysis-with-baseline': [['olivia', 40 * SECOND]],
  'gift-cards-shire': [['noor', 120 * SECOND]],
  basket: [
    ['noor', 30 * SECOND],
    ['paul', 75 * SECOND],
  ],
};

function busy(pipecd: PipecdWorld, application: string): boolean {
  return pipecd.deployments(application).some(run => !isOver(run));
}

/** Lets people push and approve by themselves, so that there is always something to see. Returns what ends it. */
export function autopilot(world: World): () => void {
  const { clock, pipecd } = world;
  if (!pipecd) {
    return () => {};
  }
  const awaited = new Set<string>();
  let round = 0;
  let cancel = () => {};
  const comeToGates = () => {
    for (const [application, users] of Object.entries(APPROVERS)) {
      const gate = openGate(pipecd, application);
      if (gate && !awaited.has(gate.run.id)) {
        awaited.add(gate.run.id);
        for (const [user, after] of users) {
          clock.after(after, () => {
            if (!isOver(gate.run)) {
              pipecd.command('approve', gate.run, user, gate.stage.id);
            }
          });
        }
      }
    }
  };
  const act = () => {
    comeToGates();
    for (let tried = 0; tried < ROUND.length; tried += 1) {
      const [application, story] = ROUND[round % ROUND.length];
      round += 1;
      if (!busy(pipecd, application)) {
        tellDelivery(world, story);
        break;
      }
    }
    cancel = clock.after(EVERY, act);
  };
  cancel = clock.after(EVERY / 3, act);
  return () => cancel();
}
