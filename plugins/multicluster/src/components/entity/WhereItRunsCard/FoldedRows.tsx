import { useMemo } from 'react';
import { ClusterRow } from '../model/ClusterRow';
import { foldRows } from '../model/foldRows';
import type { ClusterLine } from './ClusterLine';
import { FoldLine } from './FoldLine';

/** The clusters of a group that is too large to be read row by row. @internal */
export function FoldedRows(props: {
  rows: ClusterRow[];
  Line: typeof ClusterLine;
}) {
  const { rows, Line } = props;
  const shown = useMemo(() => foldRows(rows), [rows]);
  return (
    <>
      {shown.map(item =>
        item.type === 'cluster' ? (
          <Line key={item.key} row={item.row} />
        ) : (
          <FoldLine key={item.key} rows={item.rows} Line={Line} />
        ),
      )}
    </>
  );
}
