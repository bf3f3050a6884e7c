import { stringifyEntityRef } from '@backstage/catalog-model';
import { InfoCard } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  FreshnessDot,
  multiclusterTranslationRef,
  useEntityTopology,
} from '@fairway/backstage-plugin-multicluster-react';
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
    <InfoCard
      title={t('entity.card.title')}
      titleTypographyProps={{
        component: 'h2',
        variant: 'h6',
        style: { fontFamily: 'inherit', fontWeight: 500 },
      }}
      action={
        <span className={classes.freshness}>
          <FreshnessDot view={topology} />
        </span>
      }
      divider={false}
      noPadding
      className={classes.card}
    >
      {data && <TopologySummary topology={data} />}
      {!data && status === 'loading' && <CardSkeleton />}
      {!data && status === 'error' && (
        <LazyRare show="error" error={error} onRetry={refresh} />
      )}
    </InfoCard>
  );
}
