import { makeStyles } from '@material-ui/core/styles';
import { Fragment, ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(96px, 132px) minmax(0, 1fr)',
      gap: theme.spacing(0.75, 1.5),
      margin: 0,
      fontSize: theme.typography.body2.fontSize,
      '& dt': { color: theme.palette.text.secondary },
      '& dd': { margin: 0, overflowWrap: 'anywhere' },
    },
  }),
  { name: 'MulticlusterFactList' },
);

/** Facts by name. A fact without a value is left out. */
export function FactList(props: {
  facts: Array<{ name: string; value?: ReactNode }>;
}) {
  const classes = useStyles();
  return (
    <dl className={classes.root}>
      {props.facts
        .filter(({ value }) => value !== undefined && value !== '')
        .map(({ name, value }) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
    </dl>
  );
}
