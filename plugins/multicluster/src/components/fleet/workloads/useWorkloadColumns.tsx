import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { WorkloadRow } from '@fairway/backstage-plugin-multicluster-common';
import {
  Age,
  multiclusterPagesTranslationRef,
} from '@fairway/backstage-plugin-multicluster-react';
import { useMemo } from 'react';
import { useFleetLinks } from '../frame/useFleetLinks';
import { TableColumn } from '../table/TableColumn';
import { RowEntities } from './RowEntities';
import { RowReplicas } from './RowReplicas';
import { RowState } from './RowState';
import { RowTargets } from './RowTargets';
import { RowVersions } from './RowVersions';
import { WorkloadName } from './WorkloadName';

/** Columns of the table of workloads. */
export function useWorkloadColumns(): TableColumn<WorkloadRow>[] {
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  const links = useFleetLinks();
  return useMemo(
    () => [
      {
        key: 'workload',
        title: t('fleet.workloads.workload'),
        minWidth: 160,
        grow: 2,
        render: row => (
          <WorkloadName workload={row} to={links.workload(row.id)} />
        ),
      },
      {
        key: 'state',
        title: t('fleet.workloads.state'),
        minWidth: 200,
        grow: 3,
        render: row => <RowState row={row} />,
      },
      {
        key: 'targets',
        title: t('fleet.workloads.targets'),
        minWidth: 120,
        grow: 1.5,
        render: row => <RowTargets row={row} />,
      },
      {
        key: 'replicas',
        title: t('fleet.workloads.replicas'),
        minWidth: 92,
        render: row => <RowReplicas row={row} />,
      },
      {
        key: 'version',
        title: t('fleet.workloads.version'),
        minWidth: 96,
        grow: 0.5,
        render: ({ versions }) => <RowVersions versions={versions} />,
      },
      {
        key: 'owner',
        title: t('fleet.workloads.owner'),
        minWidth: 100,
        grow: 1,
        render: ({ entityRefs }) => <RowEntities entityRefs={entityRefs} />,
      },
      {
        key: 'since',
        title: t('fleet.workloads.since'),
        minWidth: 50,
        align: 'right',
        render: ({ since, sinceAtLeast }) => (
          <Age time={since} atLeast={sinceAtLeast} />
        ),
      },
    ],
    [t, links],
  );
}
