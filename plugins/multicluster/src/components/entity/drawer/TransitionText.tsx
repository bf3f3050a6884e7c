import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  placementStates,
  TransitionEntry,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  AnyState,
  multiclusterPagesTranslationRef,
  StateLabel,
} from '@fairway/backstage-plugin-multicluster-react';
import { useDrawerStyles } from './useDrawerStyles';

const STATES: readonly string[] = [
  ...placementStates,
  'converged',
  'progressing',
  'degraded',
  'unscheduled',
  'scheduling-suspended',
];

/** One change: whose, from what, to what. @internal */
export function TransitionText(props: { entry: TransitionEntry }) {
  const { subject, field, from, to } = props.entry;
  const classes = useDrawerStyles();
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  return (
    <>
      <span className={classes.strong}>
        {subject === 'summary' ? t('entity.history.summary') : subject}
      </span>
      {STATES.includes(to) ? (
        <>
          {from && STATES.includes(from) && (
            <>
              <StateLabel state={from as AnyState} />
              <span aria-hidden>→</span>
            </>
          )}
          <StateLabel state={to as AnyState} />
        </>
      ) : (
        <span className={classes.mono}>
          {field}: {from ? `${from} → ${to}` : to}
        </span>
      )}
    </>
  );
}
