import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { Stage } from '@fairway/backstage-plugin-multicluster-common';
import {
  DurationText,
  multiclusterRunsTranslationRef,
  RunStatusLabel,
} from '@fairway/backstage-plugin-multicluster-react';
import { useDeliveryStyles } from '../parts/useDeliveryStyles';
import { useRunStyles } from './useRunStyles';

/** Props of {@link StageSteps}. @internal */
export interface StageStepsProps {
  steps: Stage['steps'];
  /** The step whose log is shown; undefined: that of the stage. */
  selectedId: string | undefined;
  lastKnown: boolean;
  onSelect(id: string | undefined): void;
}

/** The parts of a stage that have logs of their own. @internal */
export function StageSteps(props: StageStepsProps) {
  const { steps, selectedId, lastKnown, onSelect } = props;
  const classes = useRunStyles();
  const shared = useDeliveryStyles();
  const { t } = useTranslationRef(multiclusterRunsTranslationRef);
  return (
    <div>
      <h4 className={classes.sub}>{t('runPage.steps')}</h4>
      <ol className={classes.plain}>
        {steps.map(step => (
          <li key={step.id} className={shared.line}>
            <RunStatusLabel status={step.status} lastKnown={lastKnown} />
            <span>{step.name}</span>
            <DurationText from={step.startedAt} to={step.finishedAt} />
            {step.hasLog && (
              <Button
                size="small"
                aria-pressed={step.id === selectedId}
                onClick={() =>
                  onSelect(step.id === selectedId ? undefined : step.id)
                }
              >
                {step.id === selectedId
                  ? t('runPage.allLog')
                  : t('runPage.stepLog', { name: step.name })}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
