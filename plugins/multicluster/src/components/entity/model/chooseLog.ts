import { PerCluster, Pod } from '@fairway/backstage-plugin-multicluster-common';
import { podLook } from './podLook';

/** A container whose log can be read. @internal */
export interface LogChoiceValue {
  cluster: string;
  pod: Pod;
  container: string;
}

/**
 * Which log to show: the one named, else the first container of a pod in trouble, else of the first pod. A pod that was
 * replaced meanwhile is not there any more; another one of the workload takes its place.
 *
 * @param wanted - `cluster`: the only one to look at; `logCluster`: which of several the pod is on, since the pods of a
 *   StatefulSet have the same names on each
 * @internal
 */
export function chooseLog(
  clusters: PerCluster<Pod>[],
  wanted: {
    cluster?: string;
    logCluster?: string;
    pod?: string;
    container?: string;
  },
): LogChoiceValue | undefined {
  const all = clusters
    .filter(({ cluster }) => !wanted.cluster || cluster === wanted.cluster)
    .flatMap(({ cluster, items }) => items.map(pod => ({ cluster, pod })));
  const chosen =
    all.find(
      ({ cluster, pod }) =>
        pod.name === wanted.pod &&
        (!wanted.logCluster || cluster === wanted.logCluster),
    ) ??
    all.find(({ pod }) => podLook(pod).tone === 'bad') ??
    all[0];
  if (!chosen) {
    return undefined;
  }
  const { containers } = chosen.pod;
  const container =
    containers.find(({ name }) => name === wanted.container) ??
    containers.find(({ init }) => !init) ??
    containers[0];
  return container && { ...chosen, container: container.name };
}
