import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  isRunOver,
  RunRow,
  Stage,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  multiclusterDeliveryReasonsTranslationRef,
  multiclusterRunsTranslationRef,
  RunStatusLabel,
  ToolLink,
  useSentence,
} from '@fairway/backstage-plugin-multicluster-react';
import { useState } from 'react';
import { isFreshnessLost } from '../model/isFreshnessLost';
import { useDeliveryStyles } from '../parts/useDeliveryStyles';
import { GatePanel } from './GatePanel';
import { StageLog } from './StageLog';
import { StageSteps } from './StageSteps';
import { StageTimes } from './StageTimes';
import { useRunStyles } from './useRunStyles';

/** Props of {@link StageDetail}. @internal */
export interface StageDetailProps {
  run: RunRow;
  stage: Stage;
  parent?: Stage;
}

/** Everything about one stage: how it stands, its times, its gate, its steps and its log. @internal */
export function StageDetail(props: StageDetailProps) {
  const { run, stage, parent } = props;
  const { tool } = run.pipeline;
  const classes = useRunStyles();
  const shared = useDeliveryStyles();
  const say = useSentence();
  const { t } = useTranslationRef(multiclusterRunsTranslationRef);
  const { t: word } = useTranslationRef(
    multiclusterDeliveryReasonsTranslationRef,
  );
  const [stepId, setStepId] = useState<string>();
  const lost = isFreshnessLost(run.freshness);
  return (
    <>
      <div className={shared.line}>
        <h3 className={classes.title}>{stage.name}</h3>
        <RunStatusLabel
          status={stage.status}
          detail={stage.detail}
          lastKnown={lost}
        />
        {stage.url && (
          <ToolLink url={stage.url}>
            {tool ? word('gate.openIn', { tool }) : word('gate.openTool')}
          </ToolLink>
        )}
      </div>
      {stage.description && <div>{stage.description}</div>}
      <StageTimes stage={stage} parent={parent} />
      {stage.notes.length > 0 && (
        <ul className={classes.plain}>
          {stage.notes.map(note => (
            <li key={`${note.code}/${note.text}`}>{say(note)}</li>
          ))}
        </ul>
      )}
      {stage.message && <pre className={classes.text}>{stage.message}</pre>}
      {stage.gate && (
        <GatePanel
          gate={stage.gate}
          said={stage.description}
          tool={tool}
          lastKnown={lost}
        />
      )}
      {stage.steps.length > 0 && (
        <StageSteps
          steps={stage.steps}
          selectedId={stepId}
          lastKnown={lost}
          onSelect={setStepId}
        />
      )}
      {stage.hasLog ? (
        <StageLog
          key={`${stage.id}/${stepId}/${stage.attempts}`}
          runId={run.id}
          stageId={stage.id}
          stepId={stepId}
          over={isRunOver(stage.status)}
        />
      ) : (
        <div className={shared.quiet}>{t('runPage.noLog')}</div>
      )}
    </>
  );
}
