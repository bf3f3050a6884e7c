import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  CoverageFoot,
  ErrorState,
  FreshnessDot,
  multiclusterRunsTranslationRef,
  SentenceBanner,
  usePromotion,
} from '@fairway/backstage-plugin-multicluster-react';
import { isUnread } from '../../entity/model/isUnread';
import { Designed } from '../../fleet/frame/Designed';
import { Panel } from '../../fleet/frame/Panel';
import { SkeletonRows } from '../../fleet/frame/SkeletonRows';
import { StaleNotice } from '../../fleet/frame/StaleNotice';
import { LeadTimeBar } from './LeadTimeBar';
import { PromotionTable } from './PromotionTable';
import { usePromotionStyles } from './usePromotionStyles';

/** Which version of an entity is in which environment, what would change, and why it does not go on. @internal */
export function PromotionPanel(props: { entityRef: string }) {
  const promotion = usePromotion(props.entityRef);
  const { data, status, error, refresh } = promotion;
  const classes = usePromotionStyles();
  const { t } = useTranslationRef(multiclusterRunsTranslationRef);
  const nothing = data && isUnread(data.coverage) ? 'unread' : 'none';
  return (
    <Panel
      title={t('promotion.title')}
      aside={<FreshnessDot view={promotion} />}
    >
      <StaleNotice view={promotion} />
      {!data &&
        (status === 'error' ? (
          <ErrorState error={error} onRetry={refresh} />
        ) : (
          <SkeletonRows rows={4} />
        ))}
      {data?.sentence && (
        <div className={classes.banner}>
          <SentenceBanner sentence={data.sentence} tone={data.sentence.tone} />
        </div>
      )}
      {data &&
        (data.environments.length > 0 ? (
          <PromotionTable promotion={data} lastKnown={status === 'stale'} />
        ) : (
          <Designed
            look={{ shape: 'unknown', tone: 'stale' }}
            title={t(`promotion.${nothing}Title`)}
            text={t(`promotion.${nothing}Text`)}
          />
        ))}
      {data?.leadTime && <LeadTimeBar lead={data.leadTime} />}
      {data && <CoverageFoot coverage={data.coverage} />}
    </Panel>
  );
}
