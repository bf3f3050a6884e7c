import { stringifyEntityRef } from '@backstage/catalog-model';
import { InfoCard } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  FreshnessDot,
  multiclusterDeliveryTranslationRef,
  useEntityRuns,
} from '@fairway/backstage-plugin-multicluster-react';
import { CardSkeleton } from '../../entity/WhereItRunsCard/CardSkeleton';
import { LazyRare } from './LazyRare';
import { DeliverySummary } from './DeliverySummary';
import { useCardStyles } from './useCardStyles';

/**
 * How the pipelines of the entity fare: the one sentence that matters first, then each pipeline with its latest run, what it
 * waits for and from whom, and how much of it was really read in the foot.
 *
 * @public
 */
export function DeliveryCard() {
  const { entity } = useEntity();
  const classes = useCardStyles();
  const { t } = useTranslationRef(multiclusterDeliveryTranslationRef);
  const runs = useEntityRuns(stringifyEntityRef(entity));
  const { data, status, error, refresh } = runs;
  return (
    <InfoCard
      title={t('delivery.title')}
      titleTypographyProps={{
        component: 'h2',
        variant: 'h6',
        style: { fontFamily: 'inherit', fontWeight: 500 },
      }}
      action={
        <span className={classes.freshness}>
          <FreshnessDot view={runs} />
        </span>
      }
      divider={false}
      noPadding
      className={classes.card}
    >
      {data && <DeliverySummary runs={data} view={runs} />}
      {!data && status === 'loading' && (
        <CardSkeleton label={t('delivery.loading')} />
      )}
      {!data && status === 'error' && (
        <LazyRare show="error" error={error} onRetry={refresh} />
      )}
    </InfoCard>
  );
}
