import { Decision } from '@fairway/backstage-plugin-multicluster-common';
import { useStateColors } from '../../state';
import { useGateText } from '../../translation/useGateText';
import { actorName } from '../ActorName';
import { Age } from '../Age';
import { StateIcon } from '../StateIcon';
import { useGateStyles } from './useGateStyles';

const LOOKS = {
  approved: { shape: 'ok', tone: 'ok' },
  rejected: { shape: 'bad', tone: 'bad' },
  skipped: { shape: 'skip', tone: 'stale' },
} as const;

/** Props of {@link GateDecisions}. @public */
export interface GateDecisionsProps {
  decisions: Decision[];
}

/**
 * Who decided what at a gate. Whoever is not on the list of the tool is flagged and never drawn as well.
 *
 * @public
 */
export function GateDecisions(props: GateDecisionsProps) {
  const { decisions } = props;
  const classes = useGateStyles();
  const colors = useStateColors();
  const t = useGateText();
  if (decisions.length === 0) {
    return null;
  }
  return (
    <ul className={classes.votes}>
      {decisions.map(({ actor, verdict, at, message, listed }, index) => {
        const name = actorName(actor) ?? t('gate.somebody');
        const look = listed
          ? LOOKS[verdict]
          : ({ shape: 'warn', tone: 'warn' } as const);
        return (
          <li key={index} className={classes.vote} data-listed={listed}>
            <StateIcon shape={look.shape} tone={look.tone} size={14} />
            <span>{t(`gate.${verdict}`, { name })}</span>
            {!listed && (
              <span
                className={classes.tag}
                style={{
                  color: colors.warn.text,
                  backgroundColor: colors.warn.tint,
                }}
                title={t('gate.unlistedHint', { name })}
              >
                {t('gate.unlisted')}
              </span>
            )}
            <Age time={at} />
            {message && <span className={classes.quiet}>{message}</span>}
          </li>
        );
      })}
    </ul>
  );
}
