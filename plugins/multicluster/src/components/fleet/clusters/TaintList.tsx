import { makeStyles } from '@material-ui/core/styles';
import { ClusterTaint } from '@fairway/backstage-plugin-multicluster-common';
import { taintText } from './taintText';

const useStyles = makeStyles(
  theme => ({
    root: {
      fontFamily: '"Roboto Mono", "DejaVu Sans Mono", monospace',
      fontSize: 12,
    },
    more: { color: theme.palette.text.secondary },
  }),
  { name: 'MulticlusterTaintList' },
);

/** The first taint of a cluster and how many more there are; all of them on hover. */
export function TaintList(props: { taints: ClusterTaint[] }) {
  const { taints } = props;
  const classes = useStyles();
  if (taints.length === 0) {
    return null;
  }
  const texts = taints.map(taintText);
  return (
    <span className={classes.root} title={texts.join('\n')}>
      {texts[0]}
      {texts.length > 1 && (
        <span className={classes.more}>{` +${texts.length - 1}`}</span>
      )}
    </span>
  );
}
