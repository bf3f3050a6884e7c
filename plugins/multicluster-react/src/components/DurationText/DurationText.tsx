import { makeStyles } from '@material-ui/core/styles';
import { useCallback, useSyncExternalStore } from 'react';
import { stateColors } from '../../state';
import { useDeliveryText } from '../../translation/useDeliveryText';
import { subscribeToSeconds } from '../Age/ageTicker';
import { useDurationFormat } from './useDurationFormat';

const useStyles = makeStyles(
  theme => ({
    root: {
      // Readable on what is chosen and on tinted boxes as well, which the quiet colour of text is not.
      color: stateColors(theme).info.text,
      fontSize: theme.typography.caption.fontSize,
      fontVariantNumeric: 'tabular-nums',
      whiteSpace: 'nowrap',
    },
  }),
  { name: 'MulticlusterDurationText' },
);

/** Props of {@link DurationText}. @public */
export interface DurationTextProps {
  /** ISO 8601. */
  from?: string;
  /** ISO 8601; absent: it goes on, and the text with it. */
  to?: string;
  /** It ran already at `from` and may have begun earlier. */
  atLeast?: boolean;
}

const still = () => () => {};

/**
 * How long something took, or takes so far. Nothing where its start is not known.
 *
 * @public
 */
export function DurationText(props: DurationTextProps) {
  const { from, to, atLeast } = props;
  const classes = useStyles();
  const t = useDeliveryText();
  const format = useDurationFormat();
  const start = from === undefined ? NaN : Date.parse(from);
  const end = to === undefined ? undefined : Date.parse(to);
  const say = useCallback(
    () =>
      Number.isNaN(start) ? undefined : format((end ?? Date.now()) - start),
    [format, start, end],
  );
  const duration = useSyncExternalStore(
    end === undefined ? subscribeToSeconds : still,
    say,
  );
  if (duration === undefined) {
    return null;
  }
  return (
    <span
      className={classes.root}
      title={atLeast ? t('duration.atLeastHint') : undefined}
    >
      {atLeast ? t('duration.atLeast', { duration }) : duration}
    </span>
  );
}
