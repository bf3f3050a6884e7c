import { useMemo } from 'react';
import { ClusterRow } from '../model/ClusterRow';
import { foldRows } from '../model/foldRows';
import { ClusterLine } from './ClusterLine';
import { FoldLine } from './FoldLine';

/** The clusters of a group that is too large to be read row by row. @internal */
export function FoldedRows(props: { rows: ClusterRow[] }) {
  const { rows } = props;
  const shown = useMemo(() => foldRows(rows), [rows]);
  return (
    <>
      {shown.map(item =>
        item.type === 'cluster' ? (
          <ClusterLine key={item.key} row={item.row} />
        ) : (
          <FoldLine key={item.key} rows={item.rows} />
        ),
      )}
    </>
  );
}
