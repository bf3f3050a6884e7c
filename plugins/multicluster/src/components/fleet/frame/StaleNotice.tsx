import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import {
  LiveSnapshot,
  multiclusterTranslationRef,
  SentenceBanner,
} from '@fairway/backstage-plugin-multicluster-react';

const useStyles = makeStyles(
  theme => ({ root: { padding: theme.spacing(0, 2.5, 1.5) } }),
  { name: 'MulticlusterStaleNotice' },
);

/** Says that what is shown could not be refreshed; nothing while it could. */
export function StaleNotice(props: { view: LiveSnapshot<unknown> }) {
  const classes = useStyles();
  const { t } = useTranslationRef(multiclusterTranslationRef);
  if (props.view.status !== 'stale') {
    return null;
  }
  return (
    <div className={classes.root} role="status">
      <SentenceBanner tone="warn" sentence={t('fleet.error.staleText')} />
    </div>
  );
}
