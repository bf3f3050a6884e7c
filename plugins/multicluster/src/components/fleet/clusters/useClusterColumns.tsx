import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ClusterSummary } from '@fairway/backstage-plugin-multicluster-common';
import {
  Age,
  multiclusterPagesTranslationRef,
} from '@fairway/backstage-plugin-multicluster-react';
import { useMemo } from 'react';
import { useFleetLinks } from '../frame/useFleetLinks';
import { AmountKind } from '../lib/formatAmount';
import { TargetsBar } from '../lib/TargetsBar';
import { TableColumn } from '../table/TableColumn';
import { TwoLines } from '../table/TwoLines';
import { CapacityBar } from './CapacityBar';
import { ClusterStateLabel } from './ClusterStateLabel';
import { TaintList } from './TaintList';

/** Columns of the table of clusters. */
export function useClusterColumns(): TableColumn<ClusterSummary>[] {
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  const links = useFleetLinks();
  return useMemo(() => {
    const column = (
      key: Parameters<typeof title>[0],
      minWidth: number,
      render: TableColumn<ClusterSummary>['render'],
      rest: Partial<TableColumn<ClusterSummary>> = {},
    ) => ({ key, title: title(key), minWidth, render, ...rest });
    function title(
      key:
        | 'cluster'
        | 'state'
        | AmountKind
        | 'version'
        | 'sync'
        | 'taints'
        | 'targets'
        | 'since',
    ) {
      return t(`fleet.clusters.${key}`);
    }
    const capacity = (kind: AmountKind) =>
      column(
        kind,
        84,
        ({ capacity: amounts, state }) => (
          <CapacityBar
            capacity={amounts}
            kind={kind}
            lastKnown={state !== 'ready'}
          />
        ),
        { grow: 1 },
      );
    return [
      column(
        'cluster',
        118,
        ({ controlPlane, name, region }) => (
          <TwoLines
            first={<Link to={links.cluster(controlPlane, name)}>{name}</Link>}
            second={[region, controlPlane].filter(Boolean).join(' · ')}
          />
        ),
        { grow: 2 },
      ),
      column(
        'state',
        110,
        cluster => (
          <TwoLines
            first={<ClusterStateLabel cluster={cluster} />}
            title={
              cluster.state === 'ready'
                ? undefined
                : [cluster.reason, cluster.message].filter(Boolean).join(': ')
            }
          />
        ),
        { grow: 1.5 },
      ),
      column(
        'targets',
        120,
        ({ targets, state }) => (
          <TargetsBar targets={targets} lastKnown={state !== 'ready'} />
        ),
        { grow: 1.5 },
      ),
      capacity('cpu'),
      capacity('memory'),
      capacity('pods'),
      column('version', 68, ({ kubernetesVersion }) => kubernetesVersion),
      column('sync', 40, ({ syncMode }) =>
        syncMode ? t(`fleet.clusters.${syncMode}`) : '',
      ),
      column('taints', 64, ({ taints }) => <TaintList taints={taints} />, {
        grow: 1,
      }),
      column('since', 46, ({ since }) => <Age time={since} />, {
        align: 'right',
      }),
    ];
  }, [t, links]);
}
