import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Agent,
  AgentState,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  multiclusterRunsTranslationRef,
  StateIcon,
  StateLook,
} from '@fairway/backstage-plugin-multicluster-react';
import { TwoLines } from '../../fleet/table/TwoLines';
import { useDeliveryStyles } from '../parts/useDeliveryStyles';

const LOOKS: Record<AgentState, StateLook> = {
  online: { shape: 'ok', tone: 'ok' },
  offline: { shape: 'bad', tone: 'bad' },
  unknown: { shape: 'unknown', tone: 'stale' },
};

/** Who runs a pipeline, and whether its tool can reach it. @internal */
export function PipelineAgent(props: {
  agent: Agent | undefined;
  lastKnown: boolean;
}) {
  const { agent, lastKnown } = props;
  const shared = useDeliveryStyles();
  const { t } = useTranslationRef(multiclusterRunsTranslationRef);
  if (!agent) {
    return null;
  }
  // One that is away is what makes the rest last known; that it is away is known.
  const unsure = lastKnown && agent.state !== 'offline';
  const look: StateLook = unsure
    ? { shape: 'stale', tone: 'stale' }
    : LOOKS[agent.state];
  return (
    <TwoLines
      first={
        <span className={shared.line}>
          <StateIcon {...look} size={14} />
          {agent.name}
        </span>
      }
      second={
        agent.state === 'unknown' || unsure
          ? t('pipelines.agentUnknown')
          : t(`pipelines.${agent.state}`)
      }
    />
  );
}
