import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  CopyButton,
  multiclusterPagesTranslationRef,
} from '@fairway/backstage-plugin-multicluster-react';

const useStyles = makeStyles(
  theme => ({
    root: { paddingTop: theme.spacing(2.5) },
    head: {
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(2),
      marginBottom: theme.spacing(1),
    },
    title: { fontSize: theme.typography.body2.fontSize, fontWeight: 500 },
    text: { color: theme.palette.text.secondary },
    code: {
      margin: 0,
      padding: theme.spacing(1.5),
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
      borderRadius: 4,
      border: `1px solid ${theme.palette.divider}`,
      background: theme.palette.background.default,
      fontFamily: '"Roboto Mono", "DejaVu Sans Mono", monospace',
      fontSize: 12,
      lineHeight: 1.5,
    },
  }),
  { name: 'MulticlusterMissingRbac' },
);

/** The rights a credential lacks, ready to apply. */
export function MissingRbac(props: { yaml: string }) {
  const { yaml } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  return (
    <div className={classes.root}>
      <div className={classes.head}>
        <div>
          <Typography component="h3" className={classes.title}>
            {t('fleet.sources.rbacTitle')}
          </Typography>
          <Typography variant="body2" className={classes.text}>
            {t('fleet.sources.rbacText')}
          </Typography>
        </div>
        <CopyButton text={yaml} />
      </div>
      <pre className={classes.code}>{yaml}</pre>
    </div>
  );
}
