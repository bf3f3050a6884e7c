import { useTranslationRef } from '@backstage/frontend-plugin-api';
import LinearProgress from '@material-ui/core/LinearProgress';
import {
  Age,
  ErrorState,
  multiclusterPagesTranslationRef,
  useWorkload,
} from '@fairway/backstage-plugin-multicluster-react';
import { TransitionText } from './TransitionText';
import { useDrawerStyles } from './useDrawerStyles';

/** What changed of a workload, or of one of its clusters, newest first. @internal */
export function HistoryPane(props: { workloadId: string; cluster?: string }) {
  const { workloadId, cluster } = props;
  const classes = useDrawerStyles();
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  const { data, status, error, refresh } = useWorkload(workloadId);
  if (!data) {
    return status === 'error' ? (
      <ErrorState error={error} onRetry={refresh} />
    ) : (
      <LinearProgress aria-label={t('freshness.loading')} />
    );
  }
  const entries = data.history.filter(
    ({ subject }) => !cluster || subject === cluster,
  );
  return (
    <div className={classes.section}>
      {entries.length === 0 && (
        <div className={classes.note}>{t('entity.history.none')}</div>
      )}
      <ul className={classes.list}>
        {entries.map((entry, index) => (
          <li key={index} className={classes.item}>
            <div className={classes.line}>
              <TransitionText entry={entry} />
              <span className={classes.grow}>
                <Age time={entry.at} />
              </span>
            </div>
            {entry.cause && <div className={classes.quiet}>{entry.cause}</div>}
          </li>
        ))}
      </ul>
    </div>
  );
}
