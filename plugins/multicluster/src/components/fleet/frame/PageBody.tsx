import { Content } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';
import { usePageTitle } from './usePageTitle';

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

/** The panels of a page, one below the other; the tab of the browser is named after it. */
export function PageBody(props: { title?: string; children?: ReactNode }) {
  const classes = useStyles();
  usePageTitle(props.title);
  return (
    <Content>
      <div className={classes.stack}>{props.children}</div>
    </Content>
  );
}
