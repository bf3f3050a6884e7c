import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Gate } from '@fairway/backstage-plugin-multicluster-common';
import {
  GateSummary,
  multiclusterRunsTranslationRef,
  useSentence,
} from '@fairway/backstage-plugin-multicluster-react';
import { RequestLink } from '../../approvals/parts/RequestLink';
import { useDeliveryStyles } from '../parts/useDeliveryStyles';
import { useRunStyles } from './useRunStyles';

/** Props of {@link GatePanel}. @internal */
export interface GatePanelProps {
  gate: Gate;
  /** What the stage says of itself already. */
  said?: string;
  tool?: string;
  lastKnown: boolean;
}

/** The gate of a stage, with what is waited for or how it ended in a sentence. @internal */
export function GatePanel(props: GatePanelProps) {
  const { gate, said, tool, lastKnown } = props;
  const classes = useRunStyles();
  const shared = useDeliveryStyles();
  const say = useSentence();
  const { t } = useTranslationRef(multiclusterRunsTranslationRef);
  return (
    <section className={classes.gate} aria-label={t('runPage.gate')}>
      <GateSummary gate={gate} tool={tool} lastKnown={lastKnown} />
      {/* What an open gate waits for stands above, piece by piece. */}
      {gate.state !== 'pending' && <div>{say(gate.sentence)}</div>}
      <RequestLink id={gate.requestId} />
      {gate.description && gate.description !== said && (
        <div className={shared.quiet}>{gate.description}</div>
      )}
    </section>
  );
}
