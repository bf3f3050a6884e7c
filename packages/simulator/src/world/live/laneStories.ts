import type { Workload } from '../../karmada/model/Workload';
import { kubernetesTypes } from '../../karmada/types/kubernetesTypes';
import { SHOP } from '../default/shop';
import type { World } from '../World';

const tickets = { namespace: SHOP, name: 'tickets' };
const LOST = 'lane-cluster-lost';

/** What happens to the service whose dispatch people hold. */
export const laneStories = {
  /** The next minor version is pushed, and held. */
  'lane-change': (world: World) =>
    world.change<Workload>(kubernetesTypes.Deployment, tickets, draft => {
      const [container] = draft.spec.template.spec.containers;
      container.image = container.image.replace(
        /:(\d+)\.(\d+)\..*$/,
        (_, major, minor) => `:${major}.${Number(minor) + 1}.0`,
      );
    }),
  /** Six copies instead of four, or four again: nothing that needs an approval. */
  'lane-scale': (world: World) =>
    world.change<Workload>(kubernetesTypes.Deployment, tickets, draft => {
      draft.spec.replicas = draft.spec.replicas === 4 ? 6 : 4;
    }),
  /** member1 stops answering and what runs there has to leave: held, its copies are moved on paper alone. */
  [LOST]: (world: World) => {
    world.loseCluster('member1', 'refuse');
    world.taint('member1', { key: LOST, value: 'yes', effect: 'NoExecute' });
  },
  'lane-cluster-back': (world: World) => {
    world.recoverCluster('member1');
    world.untaint('member1', LOST);
  },
};
