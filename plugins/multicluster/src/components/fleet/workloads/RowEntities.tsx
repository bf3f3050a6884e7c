import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import { multiclusterPagesTranslationRef } from '@fairway/backstage-plugin-multicluster-react';

const useStyles = makeStyles(
  theme => ({ dim: { color: theme.palette.text.secondary } }),
  { name: 'MulticlusterRowEntities' },
);

/** The entities a workload belongs to: the first by name, the others counted. */
export function RowEntities(props: { entityRefs: string[] }) {
  const { entityRefs } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  const [first, ...others] = entityRefs;
  if (first === undefined) {
    return <span className={classes.dim}>{t('fleet.workloads.unowned')}</span>;
  }
  return (
    <>
      <EntityRefLink entityRef={first} hideIcon />
      {others.length > 0 && (
        <span className={classes.dim} title={others.join('\n')}>
          {' '}
          {t('fleet.workloads.moreEntities', { n: String(others.length) })}
        </span>
      )}
    </>
  );
}
