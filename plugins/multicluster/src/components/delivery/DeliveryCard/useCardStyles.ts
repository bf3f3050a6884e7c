import { makeStyles } from '@material-ui/core/styles';

/** Styles of the card "Delivery". @internal */
export const useCardStyles = makeStyles(
  theme => ({
    banner: { padding: theme.spacing(0, 2.5, 1.5) },
    list: { margin: 0, padding: 0, listStyle: 'none' },
    item: {
      display: 'grid',
      gridTemplateColumns: '18px minmax(0, 1fr)',
      columnGap: theme.spacing(1.25),
      padding: theme.spacing(1.25, 2.5),
      borderTop: `1px solid ${theme.palette.divider}`,
      fontSize: theme.typography.body2.fontSize,
    },
    body: { display: 'grid', gap: theme.spacing(0.75), minWidth: 0 },
    name: { fontWeight: 600, overflowWrap: 'anywhere' },
    more: {
      padding: theme.spacing(1, 2.5),
      borderTop: `1px solid ${theme.palette.divider}`,
    },
  }),
  { name: 'MulticlusterDeliveryCard' },
);
