import { Content } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    stack: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2.5),
      alignContent: 'start',
    },
  }),
  { name: 'MulticlusterPageBody' },
);

/** The panels of a page, one below the other. */
export function PageBody(props: { children?: ReactNode }) {
  const classes = useStyles();
  return (
    <Content>
      <div className={classes.stack}>{props.children}</div>
    </Content>
  );
}
