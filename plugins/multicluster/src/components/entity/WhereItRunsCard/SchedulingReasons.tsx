import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SchedulingReason } from '@fairway/backstage-plugin-multicluster-common';
import { multiclusterReasonsTranslationRef } from '@fairway/backstage-plugin-multicluster-react';
import { useRareStyles } from './useRareStyles';

const KINDS = [
  'taint',
  'api-missing',
  'affinity',
  'evicting',
  'spread',
  'capacity',
  'quota',
  'plugin',
] as const;

/** Why clusters were not chosen, and how many share each reason. @internal */
export function SchedulingReasons(props: { reasons: SchedulingReason[] }) {
  const { reasons } = props;
  const classes = useRareStyles();
  const { t } = useTranslationRef(multiclusterReasonsTranslationRef);
  return (
    <>
      {reasons.map(({ kind, count, text }) => {
        const known = KINDS.find(name => name === kind) ?? 'other';
        return (
          <div key={`${kind}/${text}`} title={text}>
            {t(`entity.scheduling.${known}`)}{' '}
            <span className={classes.quiet}>
              {t('entity.scheduling.clusters', { count })}
              {known === 'other' && ` · ${text}`}
            </span>
          </div>
        );
      })}
    </>
  );
}
