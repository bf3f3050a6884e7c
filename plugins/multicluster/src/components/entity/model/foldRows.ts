import { ClusterRow } from './ClusterRow';
import { MOST_ROWS } from './mostRows';
import { isCalm } from './severity';

/** A row as it is shown: a cluster, or clusters that are all alike. @internal */
export type ShownRow =
  | { type: 'cluster'; key: string; row: ClusterRow }
  | { type: 'fold'; key: string; rows: ClusterRow[] };

/** Fewer than this many alike are not worth a fold. */
const WORTH_A_FOLD = 3;

/**
 * Folds clusters that are alike into one row each, in groups that are too large to read row by row. Clusters in trouble
 * fold only where there are too many of them, and then by reason, so that none is left out silently.
 *
 * @internal
 */
export function foldRows(rows: ClusterRow[]): ShownRow[] {
  if (rows.length <= MOST_ROWS) {
    return rows.map(single);
  }
  const troubled = rows.filter(row => !isQuiet(row)).length;
  const folds = new Map<string, ClusterRow[]>();
  const likenesses = rows.map(row => {
    const likeness =
      isQuiet(row) || troubled > MOST_ROWS ? likenessOf(row) : row.key;
    folds.set(likeness, [...(folds.get(likeness) ?? []), row]);
    return likeness;
  });
  const folded = new Set<string>();
  return rows.flatMap((row, index): ShownRow[] => {
    const alike = folds.get(likenesses[index]) ?? [];
    if (alike.length < WORTH_A_FOLD) {
      return [single(row)];
    }
    if (folded.has(likenesses[index])) {
      return [];
    }
    folded.add(likenesses[index]);
    return [{ type: 'fold', key: `fold:${likenesses[index]}`, rows: alike }];
  });
}

function single(row: ClusterRow): ShownRow {
  return { type: 'cluster', key: row.key, row };
}

/** Copies of which nobody reports how many are ready, of a Job that is through for example, are none that are missing. */
function isQuiet(row: ClusterRow): boolean {
  const { ready, desired = 0 } = row.replicas;
  return (
    isCalm(row.state) &&
    (row.lastKnown || ready === undefined || ready >= desired)
  );
}

function likenessOf(row: ClusterRow): string {
  return JSON.stringify([
    row.state,
    row.lastKnown,
    row.versionKnowledge,
    [...new Set(row.versions.map(version => version.version))].sort(),
    row.parts[0].target.reason,
    row.reason?.code,
  ]);
}
