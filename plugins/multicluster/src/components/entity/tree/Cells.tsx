import { ReactNode } from 'react';
import { useTreeStyles } from './useTreeStyles';

/** What stands in the columns of a row behind its name. @internal */
export interface CellsProps {
  state: ReactNode;
  replicas?: ReactNode;
  version?: ReactNode;
  where?: string;
  since?: ReactNode;
}

/** The columns of a row behind its name. @internal */
export function Cells(props: CellsProps) {
  const { state, replicas, version, where, since } = props;
  const classes = useTreeStyles();
  return (
    <>
      <span role="gridcell" className={classes.cell}>
        {state}
      </span>
      <span role="gridcell" className={`${classes.cell} ${classes.secondary}`}>
        {replicas}
      </span>
      <span role="gridcell" className={`${classes.cell} ${classes.secondary}`}>
        {version}
      </span>
      <span
        role="gridcell"
        title={where}
        className={`${classes.cell} ${classes.quiet} ${classes.optional}`}
      >
        <span className={classes.nameText}>{where}</span>
      </span>
      <span
        role="gridcell"
        className={`${classes.cell} ${classes.optional} ${classes.right}`}
      >
        {since}
      </span>
    </>
  );
}
