import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { multiclusterTranslationRef } from '@fairway/backstage-plugin-multicluster-react';
import { lazy, Suspense, useState } from 'react';
import { Designed } from '../fleet/frame/Designed';
import { SkeletonRows } from '../fleet/frame/SkeletonRows';
import { StaleNotice } from '../fleet/frame/StaleNotice';
import { TroubleRow } from './TroubleRow';
import { TroubleResult } from './useTrouble';

const LazyTroubleError = lazy(() =>
  import('./TroubleError').then(m => ({ default: m.TroubleError })),
);

const useStyles = makeStyles(
  theme => ({
    list: { margin: 0, padding: 0, listStyle: 'none' },
    more: { padding: theme.spacing(0.5, 1.5, 1) },
  }),
  { name: 'MulticlusterTroubleList' },
);

const STEP = 6;

/** What needs a look, worst first; one quiet line when nothing does. */
export function TroubleList(props: { trouble: TroubleResult }) {
  const { trouble } = props;
  const { status, error, data, rows, more } = trouble;
  const classes = useStyles();
  const { t } = useTranslationRef(multiclusterTranslationRef);
  const [shown, setShown] = useState(STEP);
  if (!data) {
    return status === 'error' ? (
      <Suspense fallback={<SkeletonRows rows={3} />}>
        <LazyTroubleError error={error} onRetry={trouble.refresh} />
      </Suspense>
    ) : (
      <SkeletonRows rows={3} />
    );
  }
  if (rows.length === 0) {
    return <AllWell trouble={trouble} />;
  }
  const showMore = () => {
    const next = shown + 4 * STEP;
    setShown(next);
    if (more && next >= rows.length) {
      trouble.loadMore();
    }
  };
  return (
    <>
      <StaleNotice view={trouble} />
      <ul className={classes.list} aria-label={t('fleet.overview.list')}>
        {rows.slice(0, shown).map(row => (
          <TroubleRow key={row.id} row={row} />
        ))}
      </ul>
      {rows.length > shown && (
        <div className={classes.more}>
          <Button size="small" onClick={showMore}>
            {t('fleet.overview.more', {
              n: `${rows.length - shown}${more ? '+' : ''}`,
            })}
          </Button>
        </div>
      )}
    </>
  );
}

/** Nothing wrong: because all is well, because nothing is there, or as far as anybody could read. */
function AllWell(props: { trouble: TroubleResult }) {
  const { total, complete } = props.trouble;
  const { t } = useTranslationRef(multiclusterTranslationRef);
  if (!complete) {
    return (
      <Designed
        look={{ shape: 'unknown', tone: 'stale' }}
        title={t('fleet.overview.wellUnread')}
      />
    );
  }
  return total === 0 ? (
    <Designed
      look={{ shape: 'out', tone: 'stale' }}
      title={t('fleet.overview.none')}
    />
  ) : (
    <Designed
      look={{ shape: 'ok', tone: 'ok' }}
      title={t('fleet.overview.well', { count: total })}
    />
  );
}
