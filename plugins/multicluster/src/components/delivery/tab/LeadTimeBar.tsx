import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { LeadTime } from '@fairway/backstage-plugin-multicluster-common';
import {
  multiclusterRunsTranslationRef,
  StateTone,
  useDurationFormat,
  useSentence,
  useStateColors,
} from '@fairway/backstage-plugin-multicluster-react';
import { LeadPart, leadSegments } from '../model/leadSegments';
import { useDeliveryStyles } from '../parts/useDeliveryStyles';
import { usePromotionStyles } from './usePromotionStyles';

const TONES: Record<LeadPart, StateTone> = {
  build: 'run',
  queue: 'warn',
  humanWait: 'hold',
  deploy: 'ok',
  rest: 'stale',
};

/** Where the time of the last change went, in words and as a small bar. @internal */
export function LeadTimeBar(props: { lead: LeadTime }) {
  const { lead } = props;
  const classes = usePromotionStyles();
  const shared = useDeliveryStyles();
  const colors = useStateColors();
  const format = useDurationFormat();
  const say = useSentence();
  const { t } = useTranslationRef(multiclusterRunsTranslationRef);
  const segments = leadSegments(lead);
  const total = lead.totalMs;
  const title = () => {
    if (total === undefined) {
      return lead.open ? say(lead.open) : t('lead.notKnown');
    }
    const duration = format(total);
    return lead.to
      ? t('lead.total', { duration })
      : t('lead.soFar', { duration });
  };
  return (
    <section className={classes.lead} aria-label={t('lead.title')}>
      <span className={shared.strong}>{title()}</span>
      {segments.length > 0 && (
        <>
          {/* A bar is of a whole: parts of what nobody knows would look like all of it. */}
          {total !== undefined && (
            <div className={classes.bar} aria-hidden>
              {segments.map(({ part, share }) => (
                <span
                  key={part}
                  style={{
                    width: `${share * 100}%`,
                    backgroundColor: colors[TONES[part]].text,
                  }}
                />
              ))}
            </div>
          )}
          <ul className={classes.words}>
            {segments.map(({ part, ms }) => (
              <li key={part} className={classes.word}>
                <span
                  aria-hidden
                  className={classes.dot}
                  style={{ backgroundColor: colors[TONES[part]].text }}
                />
                {t(`lead.${part}`, { duration: format(ms) })}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
