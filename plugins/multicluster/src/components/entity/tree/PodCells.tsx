import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { parseImage, Pod } from '@fairway/backstage-plugin-multicluster-common';
import {
  Age,
  multiclusterPagesTranslationRef,
  ReplicaPips,
  VersionChip,
} from '@fairway/backstage-plugin-multicluster-react';
import { PodStatus } from '../drawer/PodStatus';
import { Cells } from './Cells';

/** A pod, as its cluster describes it. @internal */
export function PodCells(props: { pod: Pod }) {
  const { pod } = props;
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  const { ready, total } = pod.ready;
  const versions = pod.containers
    .filter(container => !container.init)
    .map(({ name, image }) => parseImage(name, image));
  return (
    <Cells
      state={
        <PodStatus
          pod={pod}
          why={
            pod.restarts > 0
              ? t('entity.pods.restarts', { count: pod.restarts })
              : undefined
          }
        />
      }
      replicas={<ReplicaPips replicas={{ ready, desired: total }} />}
      version={<VersionChip versions={versions} />}
      where={pod.node}
      since={<Age time={pod.startedAt} />}
    />
  );
}
