import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRuns } from '@fairway/backstage-plugin-multicluster-common';
import {
  LiveSnapshot,
  multiclusterDeliveryTranslationRef,
  SentenceBanner,
} from '@fairway/backstage-plugin-multicluster-react';
import { deliveryContentLinkRef } from '../../../routes';
import { withView } from '../model/withView';
import { PipelineCoverage } from '../parts/PipelineCoverage';
import { LazyRare } from './LazyRare';
import { PipelineItem } from './PipelineItem';
import { useCardStyles } from './useCardStyles';

/** A card is no place for dozens of pipelines; the tab is. */
const SHOWN = 6;

/** What was read of the pipelines of an entity: the one sentence first, then each pipeline. @internal */
export function DeliverySummary(props: {
  runs: EntityRuns;
  view: LiveSnapshot<unknown>;
}) {
  const { pipelines, sentence, coverage, match } = props.runs;
  const classes = useCardStyles();
  const { t } = useTranslationRef(multiclusterDeliveryTranslationRef);
  const tab = useRouteRef(deliveryContentLinkRef);
  const hidden = pipelines.length - SHOWN;
  return (
    <>
      {sentence && (
        <div className={classes.banner}>
          <SentenceBanner sentence={sentence} tone={sentence.tone} />
        </div>
      )}
      {pipelines.length === 0 && (
        <LazyRare show="nothing" match={match} coverage={coverage} />
      )}
      <ul className={classes.list} aria-label={t('delivery.title')}>
        {pipelines.slice(0, SHOWN).map(pipeline => (
          <PipelineItem
            key={pipeline.id}
            pipeline={withView(pipeline, props.view)}
            said={sentence?.text}
          />
        ))}
      </ul>
      {hidden > 0 && (
        <div className={classes.more}>
          {t('delivery.more', { n: String(hidden) })}
        </div>
      )}
      <PipelineCoverage coverage={coverage}>
        {tab && pipelines.length > 0 && (
          <Link to={tab()}>{t('delivery.all')}</Link>
        )}
      </PipelineCoverage>
    </>
  );
}
