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

/** Says when only the entity claims its workloads, and how the cluster can confirm it. @internal */
export function MatchNote(props: { match: EntityMatchExplanation }) {
  const { match } = props;
  const classes = useRareStyles();
  const say = useSentence();
  const { t } = useTranslationRef(multiclusterReasonsTranslationRef);
  return (
    <div className={classes.unplacedRow} data-match={match.state}>
      <StateIcon shape="unknown" tone="warn" />
      <div>
        {match.state === 'claimed-only' && (
          <span className={classes.strong}>
            {t('entity.match.unconfirmed')}{' '}
          </span>
        )}
        {match.sentence && (
          <span className={classes.quiet}>{say(match.sentence)}</span>
        )}
        <OtherClaims claims={match.alsoClaimedBy} />
        <Suggestions suggestions={match.suggestions} />
      </div>
    </div>
  );
}
