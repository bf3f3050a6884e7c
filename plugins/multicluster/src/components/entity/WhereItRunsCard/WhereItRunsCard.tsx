import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  multiclusterTranslationRef,
  useEntityTopology,
} from '@fairway/backstage-plugin-multicluster-react';
import { LiveCard } from '../card/LiveCard';
import { CardSkeleton } from './CardSkeleton';
import { LazyRare } from './LazyRare';
import { TopologySummary } from './TopologySummary';
import { useCardStyles } from './useCardStyles';

/**
 * Where the workloads of the entity run: per environment or region its clusters, with state, copies, version and since
 * when; the one sentence that matters first, and how much of it was really read in the foot.
 *
 * @public
 */
export function WhereItRunsCard() {
  const { entity } = useEntity();
  const classes = useCardStyles();
  const { t } = useTranslationRef(multiclusterTranslationRef);
  const topology = useEntityTopology(stringifyEntityRef(entity));
  const { data, status, error, refresh } = topology;
  return (
    <LiveCard
      title={t('entity.card.title')}
      view={topology}
      className={classes.card}
    >
      {data && <TopologySummary topology={data} />}
      {!data && status === 'loading' && <CardSkeleton />}
      {!data && status === 'error' && (
        <LazyRare show="error" error={error} onRetry={refresh} />
      )}
    </LiveCard>
  );
}
