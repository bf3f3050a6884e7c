import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({ root: { padding: theme.spacing(0, 2.5, 2) } }),
  { name: 'MulticlusterPanelBody' },
);

/** What stands inside a panel with room around it. */
export function PanelBody(props: { children?: ReactNode }) {
  return <div className={useStyles().root}>{props.children}</div>;
}
