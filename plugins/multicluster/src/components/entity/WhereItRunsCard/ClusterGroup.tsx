import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { multiclusterTranslationRef } from '@fairway/backstage-plugin-multicluster-react';
import { useMemo } from 'react';
import { foldRows } from '../model/foldRows';
import { RowGroup } from '../model/groupRows';
import { ClusterLine } from './ClusterLine';
import { FoldLine } from './FoldLine';
import { useCardStyles } from './useCardStyles';

/** The clusters of an environment or a region. @internal */
export function ClusterGroup(props: { group: RowGroup }) {
  const { by, title, regions, replicas, lastReported, rows } = props.group;
  const classes = useCardStyles();
  const { t } = useTranslationRef(multiclusterTranslationRef);
  const shown = useMemo(() => foldRows(rows), [rows]);
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
          {counted.desired !== undefined && (
            <span className={classes.groupReady}>
              {t(
                counted === replicas
                  ? 'replicas.ready'
                  : 'replicas.lastReported',
                {
                  ready: String(counted.ready ?? 0),
                  desired: String(counted.desired),
                },
              )}
            </span>
          )}
        </div>
      )}
      <ul className={classes.rows}>
        {shown.map(item =>
          item.type === 'cluster' ? (
            <ClusterLine key={item.key} row={item.row} />
          ) : (
            <FoldLine key={item.key} rows={item.rows} />
          ),
        )}
      </ul>
    </section>
  );
}
