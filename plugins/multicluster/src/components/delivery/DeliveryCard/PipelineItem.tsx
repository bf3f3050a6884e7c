import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EntityPipeline,
  PipelineRun,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  Age,
  multiclusterDeliveryTranslationRef,
  runLook,
  RunStatusLabel,
  RunVersions,
  StageStrip,
  StateIcon,
  StateLook,
  useSentence,
} from '@fairway/backstage-plugin-multicluster-react';
import { isRemarkable } from '../model/isRemarkable';
import { isFreshnessLost } from '../model/isFreshnessLost';
import { RunName } from '../parts/RunName';
import { RunOrigin } from '../parts/RunOrigin';
import { useDeliveryStyles } from '../parts/useDeliveryStyles';
import { LazyRare } from './LazyRare';
import { useCardStyles } from './useCardStyles';

const NO_RUN: StateLook = { shape: 'zero', tone: 'stale' };

/** Props of {@link PipelineItem}. @internal */
export interface PipelineItemProps {
  pipeline: EntityPipeline;
  /** What the card says above all pipelines already. */
  said?: string;
}

/** A pipeline with its latest run: how it stands, what it delivers, whose commit it is, what it waits for. @internal */
export function PipelineItem(props: PipelineItemProps) {
  const { pipeline, said } = props;
  const { name, latest, stages, environment, deployed } = pipeline;
  const classes = useCardStyles();
  const shared = useDeliveryStyles();
  const { t } = useTranslationRef(multiclusterDeliveryTranslationRef);
  const lost = isFreshnessLost(pipeline.freshness);
  const look = latest
    ? runLook(latest.status, latest.detail, lost, deployed?.tone)
    : NO_RUN;
  return (
    <li className={classes.item} data-pipeline={pipeline.nativeId}>
      <StateIcon shape={look.shape} tone={look.tone} />
      <div className={classes.body}>
        <div className={shared.line}>
          <RunName id={latest?.id} className={classes.name}>
            {name}
          </RunName>
          {latest ? (
            <RunStatusLabel
              status={latest.status}
              detail={latest.detail}
              lastKnown={lost}
              outranked={deployed?.tone}
              wordOnly
            />
          ) : (
            <span className={shared.quiet}>{t('delivery.noRun')}</span>
          )}
          {environment && <span className={shared.tag}>{environment}</span>}
          {latest && (
            <span className={`${shared.line} ${shared.right}`}>
              <RunVersions artifacts={latest.artifacts} dim={lost} />
              <Age time={latest.finishedAt ?? latest.createdAt} />
            </span>
          )}
        </div>
        {latest && <Says run={latest} deployed={deployed} said={said} />}
        <StageStrip stages={stages} name={name} lastKnown={lost} />
        {latest && <RunOrigin run={latest} />}
        {isRemarkable(pipeline) && (
          <LazyRare show="pipeline" pipeline={pipeline} said={said} />
        )}
      </div>
    </li>
  );
}

/** What the run says first, or what outranks that, unless the card says it above or a note below. */
function Says(props: {
  run: PipelineRun;
  deployed: EntityPipeline['deployed'];
  said?: string;
}) {
  const { run, deployed, said } = props;
  const say = useSentence();
  // "Succeeded" stands beside the name already.
  const plain = run.status === 'succeeded' && !run.detail;
  const noted = deployed?.code === 'pipeline.placedNowhere';
  const sentence = (!noted && deployed) || (plain ? undefined : run.sentence);
  if (!sentence || said?.includes(sentence.text)) {
    return null;
  }
  return <div>{say(sentence)}</div>;
}
