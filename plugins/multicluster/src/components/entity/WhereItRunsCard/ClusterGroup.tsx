import { useTranslationRef } from '@backstage/frontend-plugin-api';
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
  const counted = replicas.desired === undefined ? lastReported : replicas;
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
          {counted.desired !== undefined && counted.ready !== undefined && (
            <span className={classes.groupReady}>
              {t(
                counted === replicas
                  ? 'replicas.ready'
                  : 'replicas.lastReported',
                {
                  ready: String(counted.ready),
                  desired: String(counted.desired),
                },
              )}
            </span>
          )}
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
