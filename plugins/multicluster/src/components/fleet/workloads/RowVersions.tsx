import { makeStyles } from '@material-ui/core/styles';
import { VersionChip } from '@fairway/backstage-plugin-multicluster-react';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'flex', alignItems: 'center', gap: 4, minWidth: 0 },
    more: {
      color: theme.palette.text.secondary,
      fontSize: theme.typography.caption.fontSize,
    },
  }),
  { name: 'MulticlusterRowVersions' },
);

/** The first of the versions that run, and how many others do. */
export function RowVersions(props: { versions: string[] }) {
  const { versions } = props;
  const classes = useStyles();
  const [version, ...others] = versions;
  if (version === undefined) {
    return null;
  }
  return (
    <span className={classes.root} title={versions.join(', ')}>
      <VersionChip versions={[{ container: '', image: '', version }]} />
      {others.length > 0 && (
        <span className={classes.more}>{`+${others.length}`}</span>
      )}
    </span>
  );
}
