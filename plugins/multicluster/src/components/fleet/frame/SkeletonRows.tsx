import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { multiclusterTranslationRef } from '@fairway/backstage-plugin-multicluster-react';

const useStyles = makeStyles(
  theme => ({
    root: {
      padding: theme.spacing(0.5, 2.5, 2.5),
      display: 'grid',
      gap: theme.spacing(1.5),
    },
    bar: {
      height: 18,
      borderRadius: 4,
      background: theme.palette.action.hover,
      animation: '$breathe 1.6s ease-in-out infinite',
      '@media (prefers-reduced-motion: reduce)': { animation: 'none' },
    },
    '@keyframes breathe': {
      '0%, 100%': { opacity: 1 },
      '50%': { opacity: 0.45 },
    },
  }),
  { name: 'MulticlusterSkeletonRows' },
);

/** What stands in the place of rows while they are read for the first time, as high as they will be. */
export function SkeletonRows(props: { rows?: number }) {
  const { rows = 4 } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(multiclusterTranslationRef);
  return (
    <div
      className={classes.root}
      role="status"
      aria-busy="true"
      aria-label={t('freshness.loading')}
    >
      {Array.from({ length: rows }, (_, index) => (
        <div
          key={index}
          className={classes.bar}
          style={{ width: `${92 - ((index * 17) % 40)}%` }}
        />
      ))}
    </div>
  );
}
