import {
  deliveryStories,
  tellDelivery,
  type DeliveryStory,
} from '../../pipecd/demo/stories';
import { setPlainSample } from '../../plain/setPlainSample';
import type { World } from '../World';
import { laneStories } from './laneStories';

const canary = { namespace: 'demo', name: 'canary' };
const image = 'ghcr.io/pipe-cd/helloworld';

function setReachable(world: World, name: string, reachable: boolean): void {
  const cluster = world.plain.find(plain => plain.name === name);
  if (!cluster) {
    throw new Error(`this world has no cluster ${name}`);
  }
  cluster.reachable = reachable;
}

const TELL = {
  'canary-rollout': (world: World) =>
    world.setImage(canary, `${image}:v0.33.0`),
  'canary-broken': (world: World) =>
    world.setImage(canary, `${image}:v0.34.0-broken`),
  'canary-rollback': (world: World) =>
    world.setImage(canary, `${image}:v0.32.0`),
  'lose-cluster': (world: World) => world.loseCluster('member1', 'refuse'),
  'recover-cluster': (world: World) => world.recoverCluster('member1'),
  hold: (world: World) => world.hold(canary, { dispatching: true }),
  release: (world: World) => world.hold(canary, undefined),
  'shire-unreachable': (world: World) => setReachable(world, 'shire', false),
  'shire-back': (world: World) => setReachable(world, 'shire', true),
  'gondor-broken': (world: World) =>
    setPlainSample(world, 'gondor', 'v1.1.0-broken'),
  'gondor-mended': (world: World) => setPlainSample(world, 'gondor', 'v1.1.1'),
  ...laneStories,
};

type KarmadaStory = keyof typeof TELL;

/** The stories that can be played in the running default world. */
export type StoryName = KarmadaStory | DeliveryStory;

const karmadaStories = Object.keys(TELL) as KarmadaStory[];

/** {@inheritDoc StoryName} */
export const storyNames: StoryName[] = [...karmadaStories, ...deliveryStories];

function isKarmadaStory(name: StoryName): name is KarmadaStory {
  return name in TELL;
}

/** Plays a story. Resolves when its last action is done; what follows from it takes its time. */
export async function runStory(world: World, name: StoryName): Promise<void> {
  if (isKarmadaStory(name)) {
    TELL[name](world);
  } else {
    tellDelivery(world, name);
  }
}
