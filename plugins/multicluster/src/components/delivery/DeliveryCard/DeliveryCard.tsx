import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  multiclusterDeliveryTranslationRef,
  useEntityRuns,
} from '@fairway/backstage-plugin-multicluster-react';
import { LiveCard } from '../../entity/card/LiveCard';
import { CardSkeleton } from '../../entity/WhereItRunsCard/CardSkeleton';
import { LazyRare } from './LazyRare';
import { DeliverySummary } from './DeliverySummary';

/**
 * How the pipelines of the entity fare: the one sentence that matters first, then each pipeline with its latest run, what it
 * waits for and from whom, and how much of it was really read in the foot.
 *
 * @public
 */
export function DeliveryCard() {
  const { entity } = useEntity();
  const { t } = useTranslationRef(multiclusterDeliveryTranslationRef);
  const runs = useEntityRuns(stringifyEntityRef(entity));
  const { data, status, error, refresh } = runs;
  return (
    <LiveCard title={t('delivery.title')} view={runs}>
      {data && <DeliverySummary runs={data} view={runs} />}
      {!data && status === 'loading' && (
        <CardSkeleton label={t('delivery.loading')} />
      )}
      {!data && status === 'error' && (
        <LazyRare show="error" error={error} onRetry={refresh} />
      )}
    </LiveCard>
  );
}
