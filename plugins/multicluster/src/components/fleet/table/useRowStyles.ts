import { makeStyles } from '@material-ui/core/styles';
import { rowSpace } from './TableColumn';

/** What head and rows of a virtualised table have in common. */
export const useRowStyles = makeStyles(
  theme => ({
    row: {
      display: 'grid',
      alignItems: 'center',
      columnGap: rowSpace.gap,
      padding: `0 ${rowSpace.side}px`,
      boxSizing: 'border-box',
    },
    head: {
      position: 'sticky',
      top: 0,
      zIndex: 1,
      height: 36,
      background: theme.palette.background.paper,
      borderBottom: `1px solid ${theme.palette.divider}`,
      color: theme.palette.text.secondary,
      fontSize: theme.typography.caption.fontSize,
      fontWeight: 500,
    },
    data: {
      position: 'absolute',
      left: 0,
      right: 0,
      borderBottom: `1px solid ${theme.palette.divider}`,
      fontSize: theme.typography.body2.fontSize,
      '&:last-child': { borderBottom: 0 },
      '&:hover, &:focus-within': { background: theme.palette.action.hover },
    },
    cell: {
      minWidth: 0,
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
    right: { textAlign: 'right' },
  }),
  { name: 'MulticlusterTableRow' },
);
