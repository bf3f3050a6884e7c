import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { NextStep } from '@fairway/backstage-plugin-multicluster-common';
import {
  GateSummary,
  multiclusterRunsTranslationRef,
  ToolLink,
  useSentence,
} from '@fairway/backstage-plugin-multicluster-react';
import { RequestLink } from '../../approvals/parts/RequestLink';
import { RunName } from '../parts/RunName';
import { useDeliveryStyles } from '../parts/useDeliveryStyles';

/** What brings the next environment forward, and the way there. @internal */
export function NextStepView(props: {
  next: NextStep;
  tool: string | undefined;
  lastKnown: boolean;
}) {
  const { next, tool, lastKnown } = props;
  const classes = useDeliveryStyles();
  const say = useSentence();
  const { t } = useTranslationRef(multiclusterRunsTranslationRef);
  return (
    <div data-step={next.kind}>
      <div className={classes.quiet}>{t('promotion.next')}</div>
      <div>{say(next.sentence)}</div>
      {next.kind === 'gate' ? (
        <>
          <GateSummary
            gate={next.gate}
            tool={tool}
            toDecide
            lastKnown={lastKnown}
          />
          <div>
            <RequestLink id={next.gate.requestId} />
          </div>
          <RunName id={next.runId} stageId={next.gate.stageId}>
            {t('promotion.run')}
          </RunName>
        </>
      ) : (
        next.url && <ToolLink url={next.url}>{t('promotion.open')}</ToolLink>
      )}
    </div>
  );
}
