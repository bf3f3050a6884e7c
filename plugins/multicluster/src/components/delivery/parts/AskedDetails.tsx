import { makeStyles } from '@material-ui/core/styles';
import { ReactNode, useState } from 'react';

const useStyles = makeStyles(
  { summary: { cursor: 'pointer' } },
  { name: 'MulticlusterAskedDetails' },
);

/** Details whose content is there only while they are open: what it reads is asked for by whoever opens it. @internal */
export function AskedDetails(props: { title: string; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const classes = useStyles();
  return (
    <details onToggle={event => setOpen(event.currentTarget.open)}>
      <summary className={classes.summary}>{props.title}</summary>
      {open && props.children}
    </details>
  );
}
