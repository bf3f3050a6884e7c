import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { PipelineRow } from '@fairway/backstage-plugin-multicluster-common';
import {
  Age,
  multiclusterRunsTranslationRef,
  RunVersions,
  useStateColors,
} from '@fairway/backstage-plugin-multicluster-react';
import { useMemo } from 'react';
import { TableColumn } from '../../fleet/table/TableColumn';
import { TwoLines } from '../../fleet/table/TwoLines';
import { RowEntities } from '../../fleet/workloads/RowEntities';
import { isFreshnessLost } from '../model/isFreshnessLost';
import { RunName } from '../parts/RunName';
import { RunState } from '../parts/RunState';
import { PipelineAgent } from './PipelineAgent';
import { WaitingGates } from './WaitingGates';

/** Columns of the list of pipelines. @internal */
export function usePipelineColumns(): TableColumn<PipelineRow>[] {
  const { t } = useTranslationRef(multiclusterRunsTranslationRef);
  const colors = useStateColors();
  return useMemo(
    () => [
      {
        key: 'pipeline',
        title: t('pipelines.pipeline'),
        minWidth: 150,
        grow: 2,
        render: ({ name, latest, source, environment, disabled }) => (
          <TwoLines
            first={<RunName id={latest?.id}>{name}</RunName>}
            second={[source, environment, disabled && t('pipelines.disabled')]
              .filter(Boolean)
              .join(' · ')}
            title={name}
          />
        ),
      },
      {
        key: 'latest',
        title: t('pipelines.latest'),
        minWidth: 200,
        grow: 3,
        render: ({ latest, deployed, freshness }) =>
          latest ? (
            <RunState run={latest} deployed={deployed} freshness={freshness} />
          ) : (
            t('pipelines.noRun')
          ),
      },
      {
        key: 'gates',
        title: t('pipelines.gates'),
        minWidth: 84,
        render: ({ gatesWaiting, latest }) =>
          gatesWaiting > 0 && (
            <WaitingGates count={gatesWaiting} sentence={latest?.sentence} />
          ),
      },
      {
        key: 'sync',
        title: t('pipelines.sync'),
        minWidth: 84,
        render: ({ sync, freshness }) => (
          <span
            style={{
              color:
                sync.status === 'out-of-sync' && !isFreshnessLost(freshness)
                  ? colors.warn.text
                  : colors.info.text,
            }}
          >
            {t(`pipelines.${sync.status}`)}
          </span>
        ),
      },
      {
        key: 'agent',
        title: t('pipelines.agent'),
        minWidth: 110,
        grow: 1,
        render: ({ agent, freshness }) => (
          <PipelineAgent agent={agent} lastKnown={isFreshnessLost(freshness)} />
        ),
      },
      {
        key: 'version',
        title: t('pipelines.version'),
        minWidth: 96,
        grow: 0.5,
        render: ({ latest, freshness }) =>
          latest && (
            <RunVersions
              artifacts={latest.artifacts}
              dim={isFreshnessLost(freshness)}
            />
          ),
      },
      {
        key: 'owner',
        title: t('pipelines.owner'),
        minWidth: 100,
        grow: 1,
        render: ({ entityRefs }) => <RowEntities entityRefs={entityRefs} />,
      },
      {
        key: 'since',
        title: t('pipelines.since'),
        minWidth: 50,
        align: 'right',
        render: ({ latest }) => (
          <Age time={latest?.finishedAt ?? latest?.createdAt} />
        ),
      },
    ],
    [t, colors],
  );
}
