import { makeStyles } from '@material-ui/core/styles';
import {
  ArtifactVersion,
  VersionKnowledge,
} from '@fairway/backstage-plugin-multicluster-common';
import { useStateColors } from '../../state';
import { useText } from '../../translation/useText';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-block',
      boxSizing: 'border-box',
      maxWidth: '100%',
      padding: '2px 6px',
      borderRadius: 4,
      fontFamily: '"Roboto Mono", "DejaVu Sans Mono", monospace',
      fontSize: 12,
      lineHeight: 1.3,
      whiteSpace: 'nowrap',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      verticalAlign: 'middle',
      color: theme.palette.text.primary,
    },
    vague: {
      fontStyle: 'italic',
      border: `1px dashed ${theme.palette.text.secondary}`,
      padding: '1px 5px',
    },
  }),
  { name: 'MulticlusterVersionChip' },
);

/** Props of {@link VersionChip}. @public */
export interface VersionChipProps {
  /** Versions of all containers; the first is shown, the others counted. */
  versions: ArtifactVersion[];
  knowledge?: VersionKnowledge;
  /** True: drawn quieter, for what is last known. */
  dim?: boolean;
}

/**
 * A version. What nobody knows is said, and never guessed. Nothing for kinds without an image.
 *
 * @public
 */
export function VersionChip(props: VersionChipProps) {
  const { versions, knowledge = 'known', dim = false } = props;
  const classes = useStyles();
  const quiet = useStateColors().stale;
  const t = useText();
  if (knowledge !== 'known') {
    return (
      <span
        className={`${classes.root} ${classes.vague}`}
        style={{ color: quiet.text }}
        title={t(
          knowledge === 'overridden'
            ? 'version.overriddenHint'
            : 'version.unknownHint',
        )}
      >
        {t(`version.${knowledge}`)}
      </span>
    );
  }
  if (versions.length === 0) {
    return null;
  }
  const distinct = [...new Set(versions.map(version => version.version))];
  const title = versions
    .map(version => `${version.container}: ${version.image}`)
    .join('\n');
  return (
    <span
      className={classes.root}
      style={{
        backgroundColor: quiet.tint,
        color: dim ? quiet.text : undefined,
      }}
      title={title}
    >
      {distinct[0]}
      {distinct.length > 1 &&
        ` ${t('version.more', { n: String(distinct.length - 1) })}`}
    </span>
  );
}
