import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { multiclusterRunsTranslationRef } from '@fairway/backstage-plugin-multicluster-react';
import { useDeliveryStyles } from '../parts/useDeliveryStyles';

/** What something is, and what it would be. A side that nobody knows is said to be unknown. @internal */
export function ChangedFromTo(props: {
  name?: string;
  from: string | undefined;
  to: string | undefined;
}) {
  const { name, from, to } = props;
  const classes = useDeliveryStyles();
  const { t } = useTranslationRef(multiclusterRunsTranslationRef);
  const side = (value: string | undefined) => value ?? t('promotion.notKnown');
  return (
    <span>
      {name && <span className={classes.quiet}>{name} </span>}
      <span className={classes.mono}>
        {t('promotion.from', { from: side(from), to: side(to) })}
      </span>
    </span>
  );
}
