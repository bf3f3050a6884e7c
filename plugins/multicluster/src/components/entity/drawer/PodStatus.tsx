import { makeStyles } from '@material-ui/core/styles';
import { Pod } from '@fairway/backstage-plugin-multicluster-common';
import {
  StateIcon,
  useStateColors,
} from '@fairway/backstage-plugin-multicluster-react';
import { podLook } from '../model/podLook';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      whiteSpace: 'nowrap',
    },
    why: { color: theme.palette.text.secondary },
  }),
  { name: 'MulticlusterPodStatus' },
);

/** The status of a pod in the words of its cluster, with a shape and a colour. @internal */
export function PodStatus(props: { pod: Pod; why?: string }) {
  const { pod, why } = props;
  const classes = useStyles();
  const colors = useStateColors();
  const look = podLook(pod);
  return (
    <span className={classes.root}>
      <StateIcon shape={look.shape} tone={look.tone} />
      <span>
        <span style={{ color: colors[look.tone].text }}>{pod.status}</span>
        {why && <span className={classes.why}> {why}</span>}
      </span>
    </span>
  );
}
