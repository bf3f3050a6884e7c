import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import { multiclusterTranslationRef } from '@fairway/backstage-plugin-multicluster-react';
import { useCardStyles } from './useCardStyles';

const useStyles = makeStyles(
  theme => ({
    bone: {
      height: 12,
      borderRadius: 4,
      backgroundColor: theme.palette.action.hover,
      animation: '$breathe 1.6s ease-in-out infinite',
      '@media (prefers-reduced-motion: reduce)': { animation: 'none' },
    },
    round: { height: 18, width: 18, borderRadius: '50%' },
    '@keyframes breathe': { '50%': { opacity: 0.45 } },
  }),
  { name: 'MulticlusterCardSkeleton' },
);

const ROWS = [0, 1, 2];

/** The card while nothing was read yet: the same height as three clusters, so that nothing jumps. @internal */
export function CardSkeleton() {
  const card = useCardStyles();
  const classes = useStyles();
  const { t } = useTranslationRef(multiclusterTranslationRef);
  return (
    <div role="status" aria-label={t('entity.card.loading')}>
      {ROWS.map(row => (
        <div key={row} className={card.skeletonRow}>
          <div className={`${classes.bone} ${classes.round}`} />
          <div className={classes.bone} />
          <div className={classes.bone} style={{ width: '60%' }} />
          <div className={classes.bone} />
          <div className={classes.bone} />
          <div className={classes.bone} />
        </div>
      ))}
    </div>
  );
}
