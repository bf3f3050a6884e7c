import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ReplicaCounts } from '@fairway/backstage-plugin-multicluster-common';
import { multiclusterTranslationRef } from '@fairway/backstage-plugin-multicluster-react';
import { MOST_ROWS } from '../model/mostRows';
import { RowGroup } from '../model/groupRows';
import { ClusterLine } from './ClusterLine';
import { LazyRare } from './LazyRare';
import { useCardStyles } from './useCardStyles';

/** The clusters of an environment or a region. @internal */
export function ClusterGroup(props: { group: RowGroup }) {
  const { by, title, regions, replicas, lastReported, rows } = props.group;
  const classes = useCardStyles();
  const { t } = useTranslationRef(multiclusterTranslationRef);
  const ready = useReady(replicas, lastReported);
  const fallback = t(
    by === 'environment' ? 'entity.card.noEnvironment' : 'entity.card.noRegion',
  );
  return (
    <section
      className={classes.group}
      aria-label={title ?? (by === 'none' ? undefined : fallback)}
    >
      {by !== 'none' && (
        <div className={classes.groupHead}>
          <h3
            className={`${classes.groupTitle} ${
              by === 'environment' ? classes.environment : ''
            }`}
          >
            {title ?? fallback}
          </h3>
          <span className={classes.quiet}>{regions.join(' · ')}</span>
          {ready && <span className={classes.groupReady}>{ready}</span>}
        </div>
      )}
      <ul className={classes.rows}>
        {rows.length > MOST_ROWS ? (
          <LazyRare show="fold" rows={rows} Line={ClusterLine} />
        ) : (
          rows.map(row => <ClusterLine key={row.key} row={row} />)
        )}
      </ul>
    </section>
  );
}

/** Copies that are ready of all that are wanted: a lost cluster takes none of them away, but nobody confirms those it has. */
function useReady(
  live: ReplicaCounts,
  lastReported: ReplicaCounts,
): string | undefined {
  const { t } = useTranslationRef(multiclusterTranslationRef);
  const counted = live.desired === undefined ? lastReported : live;
  const { ready, desired } = counted;
  if (ready === undefined || desired === undefined) {
    return undefined;
  }
  if (counted === lastReported) {
    return t('replicas.lastReported', {
      ready: String(ready),
      desired: String(desired),
    });
  }
  const lost = lastReported.desired ?? 0;
  const said = t('replicas.ready', {
    ready: String(ready),
    desired: String(desired + lost),
  });
  return lost > 0
    ? `${said} · ${t('coverage.stale', { stale: String(lost) })}`
    : said;
}
