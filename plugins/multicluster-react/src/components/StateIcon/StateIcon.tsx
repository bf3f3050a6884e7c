import { makeStyles } from '@material-ui/core/styles';
import { StateShape, StateTone, useStateColors } from '../../state';
import { shapes } from './shapes';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'block',
      flex: 'none',
      '& .cut': { stroke: theme.palette.background.paper },
    },
  }),
  { name: 'MulticlusterStateIcon' },
);

/** Props of {@link StateIcon}. @public */
export interface StateIconProps {
  shape: StateShape;
  tone: StateTone;
  /** Pixels; 18 unless told. */
  size?: number;
  /** Says the state to those who do not see it; leave it out where a word stands beside the icon. */
  label?: string;
}

/**
 * The shape of a state, in its colour. Shapes differ without colour.
 *
 * @public
 */
export function StateIcon(props: StateIconProps) {
  const { shape, tone, size = 18, label } = props;
  const classes = useStyles();
  const colors = useStateColors();
  return (
    <svg
      className={classes.root}
      width={size}
      height={size}
      viewBox="0 0 18 18"
      style={{ color: colors[tone].text }}
      data-shape={shape}
      focusable="false"
      {...(label
        ? { role: 'img', 'aria-label': label }
        : { 'aria-hidden': true })}
    >
      {shapes[shape]}
    </svg>
  );
}
