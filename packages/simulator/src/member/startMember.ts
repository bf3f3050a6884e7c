import { InMemoryObjectStore } from '../apiserver/InMemoryObjectStore';
import type { Clock } from '../clock/Clock';
import type { Random } from '../clock/Random';
import { Objects } from '../control/Objects';
import type { QueueOptions } from '../control/WorkQueue';
import { kubernetesTypes } from '../karmada/types/kubernetesTypes';
import { memberTypes } from '../karmada/types/memberTypes';
import { DeploymentController } from './DeploymentController';
import { Kubelet } from './Kubelet';
import type { MemberCluster } from './MemberCluster';
import { nodeObject, type NodeSize } from './nodes';
import { PodSetController } from './PodSetController';
import { usualPodTimings, type PodTimings } from './PodTimings';

/** How a member is made. */
export interface MemberOptions {
  name: string;
  syncMode?: 'Push' | 'Pull';
  nodes?: number;
  nodeSize?: NodeSize;
  address: string;
  timings?: Partial<PodTimings>;
}

const USUAL_NODE: NodeSize = { cpu: '8', memory: '32Gi', pods: '110' };

/** A member cluster with its controllers running. */
export function startMember(
  options: MemberOptions,
  world: {
    clock: Clock;
    random: Random;
    queue(lag: number | (() => number)): QueueOptions;
  },
): MemberCluster {
  const { clock, random, queue } = world;
  const store = InMemoryObjectStore.create({
    types: memberTypes,
    now: () => new Date(clock.now()),
    uid: () => random.uuid(),
  });
  const member: MemberCluster = {
    name: options.name,
    store,
    syncMode: options.syncMode ?? 'Push',
    timings: { ...usualPodTimings, ...options.timings },
    state: 'ok',
    agentRuns: true,
    reachable: true,
    address: options.address,
  };
  const environment = {
    member,
    clock,
    random,
    timings: member.timings,
    queue,
  };
  const controllers = [
    DeploymentController.create(environment),
    PodSetController.create(environment),
    Kubelet.create(environment),
  ];
  const objects = Objects.create(store, 'kubelet');
  for (let index = 0; index < (options.nodes ?? 2); index += 1) {
    objects.create(
      kubernetesTypes.Node,
      nodeObject(
        options.name,
        index,
        options.nodeSize ?? USUAL_NODE,
        clock.now(),
      ),
    );
  }
  store.subscribe(event =>
    controllers.forEach(controller => controller.onEvent(event)),
  );
  return member;
}
