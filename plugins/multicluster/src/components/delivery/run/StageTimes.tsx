import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Stage } from '@fairway/backstage-plugin-multicluster-common';
import {
  DurationText,
  multiclusterRunsTranslationRef,
  useTimeFormat,
} from '@fairway/backstage-plugin-multicluster-react';
import { ReactNode } from 'react';
import { useRunStyles } from './useRunStyles';

/** When a stage began and ended and how long it took; what is not known is left out. @internal */
export function StageTimes(props: { stage: Stage; parent?: Stage }) {
  const { stage, parent } = props;
  const { startedAt, finishedAt, startedAtMost, attempts = 1 } = stage;
  const classes = useRunStyles();
  const format = useTimeFormat();
  const { t } = useTranslationRef(multiclusterRunsTranslationRef);
  const facts: Array<[string, ReactNode]> = [];
  if (startedAt) {
    facts.push([t('runPage.started'), format(startedAt)]);
  }
  if (finishedAt) {
    facts.push([t('runPage.finished'), format(finishedAt)]);
  }
  if (startedAt) {
    facts.push([
      t(finishedAt ? 'runPage.duration' : 'runPage.durationSoFar'),
      <DurationText
        key="duration"
        from={startedAt}
        to={finishedAt}
        atLeast={startedAtMost}
      />,
    ]);
  }
  if (attempts > 1) {
    facts.push([t('runPage.attempts'), String(attempts)]);
  }
  facts.push([t('runPage.nativeStatus'), stage.nativeStatus]);
  return (
    <>
      {parent && <div>{t('runPage.part', { name: parent.name })}</div>}
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
