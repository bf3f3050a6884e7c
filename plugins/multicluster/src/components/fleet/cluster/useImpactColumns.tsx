import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { ClusterImpact } from '@fairway/backstage-plugin-multicluster-common';
import {
  multiclusterPagesTranslationRef,
  useSentence,
} from '@fairway/backstage-plugin-multicluster-react';
import { useMemo } from 'react';
import { TableColumn } from '../table/TableColumn';
import { useFleetLinks } from '../frame/useFleetLinks';
import { Clamped } from '../table/Clamped';
import { WorkloadName } from '../workloads/WorkloadName';
import { SeverityLabel } from './SeverityLabel';

/** Columns of "What did we lose?". */
export function useImpactColumns(): TableColumn<ClusterImpact>[] {
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  const say = useSentence();
  const links = useFleetLinks();
  return useMemo(
    () => [
      {
        key: 'service',
        title: t('fleet.impact.service'),
        minWidth: 150,
        grow: 2,
        render: ({ workload, entityRefs }) => (
          <WorkloadName
            workload={{ ...workload, entityRefs }}
            to={links.workload(workload.id)}
          />
        ),
      },
      {
        key: 'severity',
        title: t('fleet.impact.severity'),
        minWidth: 148,
        render: ({ severity }) => <SeverityLabel severity={severity} />,
      },
      {
        key: 'replicas',
        title: t('fleet.impact.replicas'),
        minWidth: 112,
        // Kinds without copies lose and keep none.
        render: ({ replicasLost, replicasLeft }) =>
          replicasLost + replicasLeft > 0 &&
          t('fleet.impact.lostLeft', {
            lost: String(replicasLost),
            left: String(replicasLeft),
          }),
      },
      {
        key: 'owner',
        title: t('fleet.impact.owner'),
        minWidth: 100,
        grow: 1,
        render: ({ owner }) =>
          owner ? (
            <EntityRefLink entityRef={owner} hideIcon />
          ) : (
            t('fleet.impact.noOwner')
          ),
      },
      {
        key: 'outlook',
        title: t('fleet.impact.outlook'),
        minWidth: 220,
        grow: 4,
        render: ({ outlook }) => <Clamped text={say(outlook)} />,
      },
    ],
    [t, say, links],
  );
}
