import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityMatchExplanation } from '@fairway/backstage-plugin-multicluster-common';
import {
  multiclusterReasonsTranslationRef,
  StateIcon,
  useSentence,
} from '@fairway/backstage-plugin-multicluster-react';
import { OtherClaims } from './OtherClaims';
import { Suggestions } from './Suggestions';
import { useRareStyles } from './useRareStyles';

/** No workload belongs to the entity: why, and what to add. @internal */
export function NoMatch(props: { match: EntityMatchExplanation }) {
  const { match } = props;
  const classes = useRareStyles();
  const say = useSentence();
  const { t } = useTranslationRef(multiclusterReasonsTranslationRef);
  return (
    <div className={classes.unplacedRow} role="status" data-match={match.state}>
      <StateIcon shape="unknown" tone="stale" />
      <div>
        <div className={classes.strong}>
          {t(
            match.state === 'claimed-only'
              ? 'entity.match.unconfirmed'
              : 'entity.match.noneTitle',
          )}
        </div>
        <div className={classes.quiet}>
          {match.sentence ? say(match.sentence) : t('entity.match.noneText')}
        </div>
        <OtherClaims claims={match.alsoClaimedBy} />
        <Suggestions suggestions={match.suggestions} />
      </div>
    </div>
  );
}
