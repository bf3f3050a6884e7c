import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { WhyBlocked } from '@fairway/backstage-plugin-multicluster-common';
import {
  multiclusterRunsTranslationRef,
  ToolLink,
  useSentence,
} from '@fairway/backstage-plugin-multicluster-react';
import { Note } from '../parts/Note';
import { useDeliveryStyles } from '../parts/useDeliveryStyles';
import { usePromotionStyles } from './usePromotionStyles';

/** Why a step does not happen: one sentence, and what it rests on for who wants to know. @internal */
export function BlockedView(props: { blocked: WhyBlocked; to: string }) {
  const { blocked, to } = props;
  const classes = usePromotionStyles();
  const shared = useDeliveryStyles();
  const say = useSentence();
  const { t } = useTranslationRef(multiclusterRunsTranslationRef);
  return (
    <div data-blocked={blocked.code}>
      <Note
        look={
          blocked.code === 'gate-waiting' || blocked.code === 'quorum'
            ? { shape: 'hold', tone: 'hold' }
            : { shape: 'warn', tone: 'warn' }
        }
      >
        <span className={shared.strong}>
          {t(`promotion.code.${blocked.code}`)}
        </span>{' '}
        {say(blocked.sentence)}
      </Note>
      {blocked.evidence.length > 0 && (
        <details>
          <summary
            className={classes.summary}
            aria-label={t('promotion.evidence', { to })}
          >
            {t('promotion.why')}
          </summary>
          <ol className={classes.evidence}>
            {blocked.evidence.map(({ code, sentence, url }, index) => (
              <li key={`${code}/${index}`}>
                <ToolLink url={url}>{say(sentence)}</ToolLink>
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}
