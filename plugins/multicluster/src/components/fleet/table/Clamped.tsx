import { makeStyles } from '@material-ui/core/styles';
import { capitalized } from './capitalized';

const useStyles = makeStyles(
  {
    root: {
      display: '-webkit-box',
      '-webkit-box-orient': 'vertical',
      '-webkit-line-clamp': 2,
      overflow: 'hidden',
      whiteSpace: 'normal',
      lineHeight: 1.35,
    },
  },
  { name: 'MulticlusterClamped' },
);

/** A sentence on two lines at most; all of it on hover. */
export function Clamped(props: { text: string }) {
  const { text } = props;
  const classes = useStyles();
  return (
    <span className={classes.root} title={text}>
      {capitalized(text)}
    </span>
  );
}
