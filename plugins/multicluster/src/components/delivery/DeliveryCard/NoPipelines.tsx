import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Coverage,
  EntityMatchExplanation,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  multiclusterDeliveryReasonsTranslationRef,
  StateIcon,
  useSentence,
} from '@fairway/backstage-plugin-multicluster-react';
import { isUnread } from '../../entity/model/isUnread';
import { Suggestions } from '../../entity/WhereItRunsCard/Suggestions';
import { useRareStyles } from '../../entity/WhereItRunsCard/useRareStyles';

/** There is no pipeline to show: because none could be read, which is not the same as none, or because none belongs here. @internal */
export function NoPipelines(props: {
  match: EntityMatchExplanation;
  coverage: Coverage;
}) {
  const { match, coverage } = props;
  const classes = useRareStyles();
  const say = useSentence();
  const { t } = useTranslationRef(multiclusterDeliveryReasonsTranslationRef);
  const unread = isUnread(coverage);
  return (
    <div
      className={classes.unplacedRow}
      role="status"
      data-match={unread ? 'unread' : match.state}
    >
      <StateIcon shape={unread ? 'stale' : 'unknown'} tone="stale" />
      <div>
        <div className={classes.strong}>
          {unread ? t('delivery.unreadTitle') : t('delivery.noneTitle')}
        </div>
        <div className={classes.quiet}>
          {unread && t('delivery.unreadText')}
          {!unread &&
            (match.sentence ? say(match.sentence) : t('delivery.noneText'))}
        </div>
        {!unread && <Suggestions suggestions={match.suggestions} />}
      </div>
    </div>
  );
}
