import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  RunDetails,
  Sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  multiclusterRunsTranslationRef,
  SentenceBanner,
  useSentence,
} from '@fairway/backstage-plugin-multicluster-react';
import { isFreshnessLost } from '../model/isFreshnessLost';
import { Note } from '../parts/Note';
import { RunOrigin } from '../parts/RunOrigin';
import { useDeliveryStyles } from '../parts/useDeliveryStyles';
import { FailureReason } from './FailureReason';
import { RunFacts } from './RunFacts';
import { RunList } from './RunList';
import { useRunStyles } from './useRunStyles';

/** What there is to know of a run before its stages: the sentence, who, what, with which others. @internal */
export function RunHeader(props: { details: RunDetails }) {
  const { run, agent, chain, behind, placedNowhere } = props.details;
  // "Succeeded" stands beside the versions already.
  const sentences = props.details.sentences.filter(
    ({ code }) => code !== 'run.succeeded',
  );
  const classes = useRunStyles();
  const shared = useDeliveryStyles();
  const say = useSentence();
  const { t } = useTranslationRef(multiclusterRunsTranslationRef);
  const lost = isFreshnessLost(run.freshness);
  const saidAbove = ({ text }: Sentence) =>
    sentences.some(sentence => sentence.text === text);
  return (
    <div className={classes.head}>
      {sentences.length > 0 && (
        <div className={classes.banner}>
          {sentences.map(sentence => (
            <SentenceBanner
              key={`${sentence.code}/${sentence.text}`}
              sentence={sentence}
              tone={sentence.tone}
            />
          ))}
        </div>
      )}
      <FailureReason runId={run.id} stages={props.details.stages} />
      <RunFacts run={run} />
      <RunOrigin run={run} />
      {run.summary && <div className={shared.quiet}>{run.summary}</div>}
      {lost && run.freshness.reason && !saidAbove(run.freshness.reason) && (
        <Note look={{ shape: 'stale', tone: 'stale' }}>
          {say(run.freshness.reason)}
        </Note>
      )}
      {placedNowhere.map(({ workloadId, sentence }) => (
        <Note key={workloadId} look={{ shape: 'warn', tone: 'warn' }}>
          {say(sentence)}
        </Note>
      ))}
      {agent && agent.state !== 'online' && !lost && (
        <Note
          look={
            agent.state === 'offline'
              ? { shape: 'warn', tone: 'warn' }
              : { shape: 'unknown', tone: 'stale' }
          }
        >
          {t(
            agent.state === 'offline'
              ? 'runPage.agentOffline'
              : 'runPage.agentUnknown',
            { name: agent.name },
          )}
        </Note>
      )}
      {behind.length > 0 && (
        <RunList label={t('runPage.behind')} runs={behind} currentId={run.id} />
      )}
      {chain.length > 1 && (
        <RunList label={t('runPage.chain')} runs={chain} currentId={run.id} />
      )}
    </div>
  );
}
