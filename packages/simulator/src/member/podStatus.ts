import type { KubeObject } from '../apiserver/ObjectStore';
import type { PodTemplate } from '../karmada/model/Workload';

/** A pod's status as its kubelet writes it. */
export interface PodStatus {
  phase: 'Pending' | 'Running' | 'Succeeded' | 'Failed';
  conditions?: Array<Record<string, unknown>>;
  containerStatuses?: Array<Record<string, unknown>>;
  startTime?: string;
  podIP?: string;
  hostIP?: string;
  [field: string]: unknown;
}

/** The annotation of a pod that says what its image tag stood for when it was pulled: hexadecimal digits. */
export const IMAGE_DIGEST_ANNOTATION = 'simulator.fairway.io/image-digest';

function imageId(pod: KubeObject, image: string): string {
  const digest = pod.metadata.annotations?.[IMAGE_DIGEST_ANNOTATION];
  return digest
    ? `${image.replace(/:[^:/]*$/, '')}@sha256:${digest}`
    : `${image}@sha256:${'0'.repeat(64)}`;
}

/** What the containers of a pod do at the moment. */
export interface ContainerMoment {
  ready: boolean;
  restartCount: number;
  state: Record<string, unknown>;
  lastState?: Record<string, unknown>;
}

function condition(type: string, status: boolean, at: string) {
  return {
    type,
    status: status ? 'True' : 'False',
    lastTransitionTime: at,
    ...(!status && {
      reason: 'ContainersNotReady',
      message: 'containers with unready status',
    }),
  };
}

/** The status of a pod that is on a node. */
export function podStatus(
  pod: KubeObject,
  phase: PodStatus['phase'],
  moment: ContainerMoment,
  at: string,
): PodStatus {
  const previous = pod.status as PodStatus | undefined;
  const { containers } = pod.spec as PodTemplate['spec'];
  const wasReady = previous?.conditions?.find(({ type }) => type === 'Ready');
  const since =
    (wasReady?.status === 'True') === moment.ready && wasReady
      ? (wasReady.lastTransitionTime as string)
      : at;
  const started = previous?.startTime ?? at;
  return {
    ...previous,
    phase,
    startTime: started,
    conditions: [
      condition('PodScheduled', true, started),
      condition('Initialized', true, started),
      condition('ContainersReady', moment.ready, since),
      condition('Ready', moment.ready, since),
    ],
    containerStatuses: containers.map(({ name, image }) => ({
      name,
      image,
      imageID: imageId(pod, image),
      ready: moment.ready,
      started: moment.ready,
      restartCount: moment.restartCount,
      state: moment.state,
      lastState: moment.lastState ?? {},
    })),
  };
}

/** Whether a pod counts as ready (and, with minReadySeconds of 0, as available). */
export function isPodReady(pod: KubeObject): boolean {
  const { conditions } = pod.status as PodStatus;
  return (
    !pod.metadata.deletionTimestamp &&
    Boolean(
      conditions?.some(
        ({ type, status }) => type === 'Ready' && status === 'True',
      ),
    )
  );
}
