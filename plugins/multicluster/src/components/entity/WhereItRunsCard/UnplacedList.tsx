import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityWorkload } from '@fairway/backstage-plugin-multicluster-common';
import {
  multiclusterReasonsTranslationRef,
  multiclusterTranslationRef,
  StateIcon,
  stateLook,
  useSentence,
} from '@fairway/backstage-plugin-multicluster-react';
import { unplacedWorkloads } from '../model/unplacedWorkloads';
import { SchedulingReasons } from './SchedulingReasons';
import { useRareStyles } from './useRareStyles';

/**
 * Workloads that run nowhere, each with its reason. A sentence that the banner says already is not said twice.
 *
 * @internal
 */
export function UnplacedList(props: {
  workloads: EntityWorkload[];
  said?: string;
}) {
  const { workloads, said } = props;
  const classes = useRareStyles();
  const say = useSentence();
  const { t } = useTranslationRef(multiclusterTranslationRef);
  const { t: reason } = useTranslationRef(multiclusterReasonsTranslationRef);
  const wordOf = (state: string | undefined) =>
    state === 'scaled-to-zero'
      ? t(`state.${state}`)
      : reason('entity.card.placedNowhere');
  return (
    <div className={classes.unplaced}>
      {unplacedWorkloads(workloads).map(
        ({ id, kind, name, state, sentence, reasons }) => (
          <div key={id} className={classes.unplacedRow} data-unplaced={name}>
            {state === 'scaled-to-zero' ? (
              <StateIcon {...stateLook(state)} />
            ) : (
              <StateIcon shape="warn" tone="warn" />
            )}
            <div>
              <div className={classes.strong}>
                {t('entity.card.workload', { kind, name })}
              </div>
              <div className={classes.quiet}>
                {sentence && sentence.text !== said
                  ? say(sentence)
                  : wordOf(state)}
              </div>
              <SchedulingReasons reasons={reasons} />
            </div>
          </div>
        ),
      )}
    </div>
  );
}
