import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { multiclusterPagesTranslationRef } from '@fairway/backstage-plugin-multicluster-react';
import { useCallback } from 'react';
import { Designed } from '../frame/Designed';
import { Panel } from '../frame/Panel';
import { MoreRows } from '../table/MoreRows';
import { VirtualTable } from '../table/VirtualTable';
import { useImpactColumns } from './useImpactColumns';
import { ClusterImpactResult } from './useClusterImpact';

const useStyles = makeStyles(
  theme => ({
    text: {
      margin: 0,
      padding: theme.spacing(0, 2.5, 1.5),
      color: theme.palette.text.secondary,
      fontSize: theme.typography.body2.fontSize,
    },
  }),
  { name: 'MulticlusterImpactPanel' },
);

const ROW_HEIGHT = 52;

/** Props of {@link ImpactPanel}. */
export interface ImpactPanelProps {
  result: ClusterImpactResult;
  /** False: the cluster is ready, and the question is what would be lost. */
  lost: boolean;
}

/** What losing a cluster means: every service with a copy there, worst first. */
export function ImpactPanel(props: ImpactPanelProps) {
  const { result, lost } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  const columns = useImpactColumns();
  const { impact, hasMore, loadingMore, loadMore, data } = result;
  const total = data?.impactTotal ?? 0;
  // Worst first: as long as more follow that have no other copy, their number is not known.
  const alone = impact.filter(i => i.severity === 'no-other-copy').length;
  const counted = !hasMore || alone < impact.length;
  const onEnd = useCallback(() => {
    if (hasMore && !loadingMore) {
      loadMore();
    }
  }, [hasMore, loadingMore, loadMore]);
  return (
    <Panel title={t(lost ? 'fleet.impact.lost' : 'fleet.impact.wouldLose')}>
      {total === 0 ? (
        <Designed
          look={{ shape: 'ok', tone: 'ok' }}
          title={t(lost ? 'fleet.impact.none' : 'fleet.impact.noneYet')}
        />
      ) : (
        <>
          <p className={classes.text}>
            {lost
              ? t('fleet.impact.total', { count: total })
              : t('fleet.impact.wouldLoseHint')}{' '}
            {lost &&
              counted &&
              alone > 0 &&
              t('fleet.impact.noOtherCopy', { count: alone })}
          </p>
          <VirtualTable
            label={t('fleet.impact.table')}
            columns={columns}
            rows={impact}
            rowKey={({ workload }) => workload.id}
            rowHeight={ROW_HEIGHT}
            total={total}
            maxHeight={560}
            onEnd={onEnd}
            foot={
              hasMore && <MoreRows loading={loadingMore} onMore={loadMore} />
            }
          />
        </>
      )}
    </Panel>
  );
}
