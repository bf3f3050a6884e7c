import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  StateIcon,
  StateLook,
} from '@fairway/backstage-plugin-multicluster-react';
import { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      gap: theme.spacing(1.5),
      padding: theme.spacing(2, 2.5, 2.5),
      maxWidth: 720,
    },
    icon: { paddingTop: 2 },
    title: { fontWeight: 500 },
    action: { marginTop: theme.spacing(1) },
  }),
  { name: 'MulticlusterDesigned' },
);

/** Props of {@link Designed}. */
export interface DesignedProps {
  look: StateLook;
  title: ReactNode;
  text?: ReactNode;
  /** What to do about it. */
  action?: ReactNode;
}

/** What stands where there is nothing to list: why, and what to do about it. */
export function Designed(props: DesignedProps) {
  const { look, title, text, action } = props;
  const classes = useStyles();
  return (
    <div className={classes.root} role="status">
      <span className={classes.icon}>
        <StateIcon shape={look.shape} tone={look.tone} />
      </span>
      <div>
        <Typography variant="body2" className={classes.title}>
          {title}
        </Typography>
        {text && (
          <Typography variant="body2" color="textSecondary">
            {text}
          </Typography>
        )}
        {action && <div className={classes.action}>{action}</div>}
      </div>
    </div>
  );
}
