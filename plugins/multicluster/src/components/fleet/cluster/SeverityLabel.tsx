import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { ClusterImpact } from '@fairway/backstage-plugin-multicluster-common';
import {
  multiclusterPagesTranslationRef,
  StateIcon,
  StateLook,
  useStateColors,
} from '@fairway/backstage-plugin-multicluster-react';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      verticalAlign: 'middle',
    },
    word: { fontWeight: 600 },
  }),
  { name: 'MulticlusterSeverityLabel' },
);

const looks: Record<ClusterImpact['severity'], StateLook> = {
  'no-other-copy': { shape: 'bad', tone: 'bad' },
  'under-half-left': { shape: 'warn', tone: 'warn' },
  redundant: { shape: 'ok', tone: 'ok' },
};

/** What is left of a service elsewhere. */
export function SeverityLabel(props: { severity: ClusterImpact['severity'] }) {
  const { severity } = props;
  const classes = useStyles();
  const colors = useStateColors();
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  const { shape, tone } = looks[severity];
  return (
    <span className={classes.root}>
      <StateIcon shape={shape} tone={tone} />
      <span className={classes.word} style={{ color: colors[tone].text }}>
        {t(`fleet.impact.${severity}`)}
      </span>
    </span>
  );
}
