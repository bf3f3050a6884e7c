import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({ cell: { [theme.breakpoints.down('xs')]: { display: 'none' } } }),
  { name: 'MulticlusterNarrowCell' },
);

/** The class of cells that a narrow screen does without. */
export function useNarrowCell(): string {
  return useStyles().cell;
}
