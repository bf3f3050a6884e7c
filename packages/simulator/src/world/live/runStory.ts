import type { World } from '../World';

/** The stories that can be played in the running default world. */
export type StoryName =
  | 'canary-rollout'
  | 'canary-broken'
  | 'canary-rollback'
  | 'lose-cluster'
  | 'recover-cluster'
  | 'hold'
  | 'release';

/** {@inheritDoc StoryName} */
export const storyNames: StoryName[] = [
  'canary-rollout',
  'canary-broken',
  'canary-rollback',
  'lose-cluster',
  'recover-cluster',
  'hold',
  'release',
];

const canary = { namespace: 'demo', name: 'canary' };
const image = 'ghcr.io/pipe-cd/helloworld';

/** Plays a story. Resolves when its last action is done; what follows from it takes its time. */
export async function runStory(world: World, name: StoryName): Promise<void> {
  switch (name) {
    case 'canary-rollout':
      world.setImage(canary, `${image}:v0.33.0`);
      break;
    case 'canary-broken':
      world.setImage(canary, `${image}:v0.34.0-broken`);
      break;
    case 'canary-rollback':
      world.setImage(canary, `${image}:v0.32.0`);
      break;
    case 'lose-cluster':
      world.loseCluster('member1', 'refuse');
      break;
    case 'recover-cluster':
      world.recoverCluster('member1');
      break;
    case 'hold':
      world.hold(canary, { dispatching: true });
      break;
    default:
      world.hold(canary, undefined);
  }
}
