import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityPipeline } from '@fairway/backstage-plugin-multicluster-common';
import {
  Age,
  multiclusterDeliveryReasonsTranslationRef,
  StateLook,
  useSentence,
} from '@fairway/backstage-plugin-multicluster-react';
import { ReactNode } from 'react';
import { isFreshnessLost } from '../model/isFreshnessLost';
import { Note } from '../parts/Note';
import { useDeliveryStyles } from '../parts/useDeliveryStyles';

const WARN: StateLook = { shape: 'warn', tone: 'warn' };
const HOLD: StateLook = { shape: 'hold', tone: 'hold' };
const STALE: StateLook = { shape: 'stale', tone: 'stale' };

/** What else is to know of a pipeline: what it placed nowhere, who runs it and is away, what holds it, what differs. @internal */
export function PipelineNotes(props: {
  pipeline: EntityPipeline;
  /** What the card says above all pipelines already. */
  said?: string;
}) {
  const { pipeline, said } = props;
  const { agent, hold, sync, disabled, placedNowhere, match } = pipeline;
  const classes = useDeliveryStyles();
  const say = useSentence();
  const { t } = useTranslationRef(multiclusterDeliveryReasonsTranslationRef);
  const lost = isFreshnessLost(pipeline.freshness);
  const notes: Array<[string, StateLook, ReactNode]> = [];
  for (const { workloadId, sentence } of placedNowhere) {
    if (!said?.includes(sentence.text)) {
      notes.push([`nowhere/${workloadId}`, WARN, say(sentence)]);
    }
  }
  // What an agent was when it was last heard of says nothing of now.
  if (agent && agent.state !== 'online' && !lost) {
    notes.push([
      'agent',
      agent.state === 'offline' ? WARN : STALE,
      <>
        {t(`delivery.agent.${agent.state}`, { name: agent.name })}{' '}
        <Age time={agent.since} />
      </>,
    ]);
  }
  if (hold) {
    notes.push(['hold', HOLD, say(hold.sentence)]);
  }
  if (sync.status === 'out-of-sync') {
    notes.push([
      'sync',
      lost ? STALE : WARN,
      sync.sentence ? say(sync.sentence) : t('delivery.out-of-sync'),
    ]);
  }
  if (disabled) {
    notes.push(['disabled', HOLD, t('delivery.disabled')]);
  }
  if (lost && pipeline.freshness.reason) {
    notes.push(['lost', STALE, say(pipeline.freshness.reason)]);
  }
  if (!match.confirmed) {
    notes.push([
      'match',
      STALE,
      <>
        <span className={classes.strong}>{t('delivery.unconfirmed')}</span>{' '}
        {say(match.reason)}
      </>,
    ]);
  }
  return (
    <>
      {notes.map(([key, look, text]) => (
        <Note key={key} look={look}>
          {text}
        </Note>
      ))}
    </>
  );
}
