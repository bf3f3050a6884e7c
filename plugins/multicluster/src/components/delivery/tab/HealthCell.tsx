import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { PromotionEnvironment } from '@fairway/backstage-plugin-multicluster-common';
import {
  multiclusterRunsTranslationRef,
  multiclusterTranslationRef,
  RunStatusLabel,
  useSentence,
  useStateColors,
} from '@fairway/backstage-plugin-multicluster-react';
import {
  environmentLook,
  isEnvironmentLost,
  isRunLost,
} from '../model/environmentLook';
import { RunName } from '../parts/RunName';
import { useDeliveryStyles } from '../parts/useDeliveryStyles';

/** How an environment fares, in a word and a sentence, and the run that is on its way to it. @internal */
export function HealthCell(props: { environment: PromotionEnvironment }) {
  const { environment } = props;
  const { health, sentence, run } = environment;
  const shared = useDeliveryStyles();
  const colors = useStateColors();
  const say = useSentence();
  const { t } = useTranslationRef(multiclusterRunsTranslationRef);
  const { t: word } = useTranslationRef(multiclusterTranslationRef);
  const said = t(`promotion.health.${health}`);
  return (
    <>
      <div
        className={shared.strong}
        style={{ color: colors[environmentLook(environment).tone].text }}
      >
        {isEnvironmentLost(environment)
          ? word('state.lastKnown', { state: said.toLocaleLowerCase() })
          : said}
      </div>
      {/* "Healthy" needs no sentence that says so again. */}
      {(health !== 'healthy' || isEnvironmentLost(environment)) && (
        <div>{say(sentence)}</div>
      )}
      {run && (
        <div className={shared.line}>
          <RunName id={run.id}>{t('promotion.run')}</RunName>
          <RunStatusLabel
            status={run.status}
            detail={run.detail}
            lastKnown={isRunLost(environment)}
            wordOnly
          />
        </div>
      )}
    </>
  );
}
