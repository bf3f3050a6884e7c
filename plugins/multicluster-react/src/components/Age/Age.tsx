import { makeStyles } from '@material-ui/core/styles';
import { useText } from '../../translation/useText';
import { useAge } from './useAge';
import { useTimeFormat } from './useTimeFormat';

const useStyles = makeStyles(
  theme => ({
    root: {
      color: theme.palette.text.secondary,
      fontSize: theme.typography.caption.fontSize,
      fontVariantNumeric: 'tabular-nums',
      whiteSpace: 'nowrap',
    },
  }),
  { name: 'MulticlusterAge' },
);

/** Props of {@link Age}. @public */
export interface AgeProps {
  /** ISO 8601. */
  time?: string;
  /** It was seen like that at `time` and may have been for longer. */
  atLeast?: boolean;
}

/**
 * How long ago something was; the moment itself on hover. Nothing where it is not known.
 *
 * @public
 */
export function Age(props: AgeProps) {
  const { time, atLeast } = props;
  const classes = useStyles();
  const age = useAge(time);
  const format = useTimeFormat();
  const t = useText();
  if (!age || !time) {
    return null;
  }
  const moment = format(time);
  return (
    <time
      className={classes.root}
      dateTime={time}
      title={atLeast ? t('age.firstSeen', { time: moment }) : moment}
    >
      {atLeast ? t('age.atLeast', { age }) : age}
    </time>
  );
}
