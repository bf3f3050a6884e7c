import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { multiclusterTranslationRef } from '@fairway/backstage-plugin-multicluster-react';
import { useMemo } from 'react';
import useAsync from 'react-use/esm/useAsync';
import { TroubleAside } from './TroubleAside';
import { TroubleList } from './TroubleList';
import { useTrouble } from './useTrouble';

const useStyles = makeStyles(
  theme => ({
    // The card around it has room of its own; rows reach to its edges.
    root: {
      margin: theme.spacing(-2),
      fontFamily: theme.typography.fontFamily,
    },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(1, 1.5),
      padding: theme.spacing(2, 2.5, 1.25),
    },
    title: { fontSize: 20, fontWeight: 500, lineHeight: 1.3 },
    aside: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1.5),
      color: theme.palette.text.secondary,
      fontSize: theme.typography.caption.fontSize,
    },
  }),
  { name: 'MulticlusterHomeTroubleContent' },
);

/** What is wrong among the workloads the reader owns, for the home page. */
export function HomeTroubleContent() {
  const classes = useStyles();
  const { t } = useTranslationRef(multiclusterTranslationRef);
  const identity = useApi(identityApiRef);
  const { value } = useAsync(() => identity.getBackstageIdentity(), [identity]);
  const scope = useMemo(
    () => value && { ownedBy: value.ownershipEntityRefs },
    [value],
  );
  const trouble = useTrouble(scope);
  return (
    <div className={classes.root}>
      <div className={classes.head}>
        <Typography component="h2" className={classes.title}>
          {t('fleet.overview.home')}
        </Typography>
        <span className={classes.aside}>
          <TroubleAside trouble={trouble} />
        </span>
      </div>
      <TroubleList trouble={trouble} />
    </div>
  );
}
