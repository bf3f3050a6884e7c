import { Gate } from '@fairway/backstage-plugin-multicluster-common';
import { useGateText } from '../../translation/useGateText';
import { useTimeFormat } from '../Age';
import { useGateStyles } from './useGateStyles';

/** Until when a gate may be decided; says so where that is assumed. @internal */
export function GateDeadline(props: {
  gate: Pick<Gate, 'expiresAt' | 'expiryAssumed'>;
}) {
  const { expiresAt, expiryAssumed } = props.gate;
  const classes = useGateStyles();
  const t = useGateText();
  const format = useTimeFormat();
  if (!expiresAt) {
    return null;
  }
  const time = format(expiresAt);
  return (
    <time
      className={classes.quiet}
      dateTime={expiresAt}
      title={expiryAssumed ? t('gate.assumedHint') : undefined}
    >
      {t(expiryAssumed ? 'gate.untilAssumed' : 'gate.until', { time })}
    </time>
  );
}
