import { useTranslationRef } from '@backstage/frontend-plugin-api';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import { RunStatus } from '@fairway/backstage-plugin-multicluster-common';
import {
  ErrorState,
  multiclusterRunsTranslationRef,
  useEntityRunHistory,
  useRunWord,
} from '@fairway/backstage-plugin-multicluster-react';
import { useState } from 'react';
import { useDrawerStyles } from '../../entity/drawer/useDrawerStyles';
import { isUnread } from '../../entity/model/isUnread';
import { Panel } from '../../fleet/frame/Panel';
import { PanelBody } from '../../fleet/frame/PanelBody';
import { SkeletonRows } from '../../fleet/frame/SkeletonRows';
import { StaleNotice } from '../../fleet/frame/StaleNotice';
import { PagedTable } from '../parts/PagedTable';
import { PipelineCoverage } from '../parts/PipelineCoverage';
import { useHistoryColumns } from './useHistoryColumns';

const OPEN: RunStatus[] = [
  'pending',
  'queued',
  'running',
  'waiting',
  'paused',
  'unknown',
];
const SINGLE: RunStatus[] = ['waiting', 'succeeded', 'failed', 'cancelled'];
const PAGE = 50;

/** Runs of all pipelines of an entity, newest first, or those of a status only. @internal */
export function HistoryPanel(props: { entityRef: string }) {
  const { t } = useTranslationRef(multiclusterRunsTranslationRef);
  const [chosen, choose] = useState('all');
  const { small } = useDrawerStyles();
  const word = useRunWord();
  const columns = useHistoryColumns();
  const runs = useEntityRunHistory(props.entityRef, {
    status: statusesOf(chosen),
    limit: PAGE,
  });
  const { data, items, status, error, refresh } = runs;
  const nothing = () =>
    data && isUnread(data.coverage) ? null : (
      <PanelBody>
        {t(chosen === 'all' ? 'history.none' : 'history.noMatch')}
      </PanelBody>
    );
  return (
    <Panel
      title={t('history.title')}
      aside={
        <>
          {data && t('history.count', { count: data.total })}
          <TextField
            select
            size="small"
            variant="outlined"
            value={chosen}
            InputProps={{ className: small }}
            SelectProps={{
              SelectDisplayProps: { 'aria-label': t('history.filter') },
            }}
            onChange={event => choose(event.target.value)}
          >
            <MenuItem value="all">{t('history.all')}</MenuItem>
            <MenuItem value="open">{t('history.open')}</MenuItem>
            {SINGLE.map(one => (
              <MenuItem key={one} value={one}>
                {word(one)}
              </MenuItem>
            ))}
          </TextField>
        </>
      }
    >
      <StaleNotice view={runs} />
      {!data &&
        (status === 'error' ? (
          <ErrorState error={error} onRetry={refresh} />
        ) : (
          <SkeletonRows rows={4} />
        ))}
      {data &&
        (items.length > 0 ? (
          <PagedTable
            label={t('history.table')}
            columns={columns}
            list={runs}
            total={data.total}
            maxHeight={480}
          />
        ) : (
          nothing()
        ))}
      {data && <PipelineCoverage coverage={data.coverage} />}
    </Panel>
  );
}

function statusesOf(chosen: string): RunStatus[] | undefined {
  if (chosen === 'open') {
    return OPEN;
  }
  return chosen === 'all' ? undefined : [chosen as RunStatus];
}
