import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RunRow } from '@fairway/backstage-plugin-multicluster-common';
import {
  Age,
  DurationText,
  multiclusterRunsTranslationRef,
  RunVersions,
} from '@fairway/backstage-plugin-multicluster-react';
import { useMemo } from 'react';
import { TableColumn } from '../../fleet/table/TableColumn';
import { TwoLines } from '../../fleet/table/TwoLines';
import { isFreshnessLost } from '../model/isFreshnessLost';
import { CommitText } from '../parts/CommitText';
import { RunName } from '../parts/RunName';
import { RunState } from '../parts/RunState';
import { useTriggerText } from '../parts/useTriggerText';

/** Columns of the history of runs. @internal */
export function useHistoryColumns(): TableColumn<RunRow>[] {
  const { t } = useTranslationRef(multiclusterRunsTranslationRef);
  const trigger = useTriggerText();
  return useMemo(
    () => [
      {
        key: 'run',
        title: t('history.run'),
        minWidth: 130,
        grow: 1,
        render: ({ id, pipeline, number, environment }) => (
          <TwoLines
            first={
              <RunName id={id}>
                {number === undefined
                  ? pipeline.name
                  : `${pipeline.name} #${number}`}
              </RunName>
            }
            second={environment}
          />
        ),
      },
      {
        key: 'state',
        title: t('promotion.state'),
        minWidth: 200,
        grow: 3,
        render: run => (
          <RunState
            run={run}
            deployed={run.deployed}
            freshness={run.freshness}
          />
        ),
      },
      {
        key: 'version',
        title: t('history.version'),
        minWidth: 96,
        grow: 0.5,
        render: ({ artifacts, freshness }) => (
          <RunVersions artifacts={artifacts} dim={isFreshnessLost(freshness)} />
        ),
      },
      {
        key: 'commit',
        title: t('history.commit'),
        minWidth: 140,
        grow: 2,
        render: run => (
          <TwoLines
            first={run.commit && <CommitText commit={run.commit} />}
            second={trigger(run)}
          />
        ),
      },
      {
        key: 'duration',
        title: t('history.duration'),
        minWidth: 84,
        align: 'right',
        render: ({ startedAt, finishedAt }) => (
          <DurationText from={startedAt} to={finishedAt} />
        ),
      },
      {
        key: 'when',
        title: t('history.when'),
        minWidth: 56,
        align: 'right',
        render: ({ createdAt }) => <Age time={createdAt} />,
      },
    ],
    [t, trigger],
  );
}
