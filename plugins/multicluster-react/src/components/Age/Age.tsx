import { makeStyles } from '@material-ui/core/styles';
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
}

/**
 * How long ago something was; the moment itself on hover. Nothing where it is not known.
 *
 * @public
 */
export function Age(props: AgeProps) {
  const { time } = props;
  const classes = useStyles();
  const age = useAge(time);
  const format = useTimeFormat();
  if (!age || !time) {
    return null;
  }
  return (
    <time className={classes.root} dateTime={time} title={format(time)}>
      {age}
    </time>
  );
}
