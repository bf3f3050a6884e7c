import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityMatchExplanation } from '@fairway/backstage-plugin-multicluster-common';
import { multiclusterReasonsTranslationRef } from '@fairway/backstage-plugin-multicluster-react';
import { useRareStyles } from './useRareStyles';

/** Names the entities that claim the same workloads, as far as the reader may see them. @internal */
export function OtherClaims(props: {
  claims: EntityMatchExplanation['alsoClaimedBy'];
}) {
  const classes = useRareStyles();
  const { t } = useTranslationRef(multiclusterReasonsTranslationRef);
  const { entityRefs = [], hidden: count = 0 } = props.claims ?? {};
  return (
    <>
      {entityRefs.length > 0 && (
        <div className={classes.quiet}>
          {t('entity.match.claimedToo', { names: entityRefs.join(', ') })}
        </div>
      )}
      {count > 0 && (
        <div className={classes.quiet}>
          {t('entity.match.claimedUnseen', { count })}
        </div>
      )}
    </>
  );
}
