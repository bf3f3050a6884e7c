import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', minWidth: 0 },
    line: {
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
    first: { fontWeight: 500 },
    second: {
      color: theme.palette.text.secondary,
      fontSize: theme.typography.caption.fontSize,
    },
  }),
  { name: 'MulticlusterTwoLines' },
);

/** Props of {@link TwoLines}. */
export interface TwoLinesProps {
  first: ReactNode;
  second?: ReactNode;
  /** What to show on hover, where a line may be cut short. */
  title?: string;
}

/** A name, and below it what tells it from others of the same name. */
export function TwoLines(props: TwoLinesProps) {
  const { first, second, title } = props;
  const classes = useStyles();
  return (
    <div className={classes.root} title={title}>
      <span className={`${classes.line} ${classes.first}`}>{first}</span>
      {second && (
        <span className={`${classes.line} ${classes.second}`}>{second}</span>
      )}
    </div>
  );
}
