import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { multiclusterReasonsTranslationRef } from '@fairway/backstage-plugin-multicluster-react';
import { useState } from 'react';
import { ClusterRow } from '../model/ClusterRow';
import type { ClusterLine } from './ClusterLine';
import { RowWhyText } from './RowWhyText';
import { useRareStyles } from './useRareStyles';

/** A card is no place for hundreds of rows; the tab is. */
const MOST_UNFOLDED = 50;

/** Clusters that are all alike, as one row that unfolds; the lines are drawn by `Line`. @internal */
export function FoldLine(props: {
  rows: ClusterRow[];
  Line: typeof ClusterLine;
}) {
  const { rows, Line } = props;
  const [open, setOpen] = useState(false);
  const classes = useRareStyles();
  const { t } = useTranslationRef(multiclusterReasonsTranslationRef);
  const [sample] = rows;
  const n = String(rows.length);
  const name = (
    <button
      type="button"
      className={classes.foldButton}
      aria-expanded={open}
      aria-label={t(open ? 'entity.card.foldClose' : 'entity.card.foldOpen', {
        n,
      })}
      onClick={() => setOpen(!open)}
    >
      {t('entity.card.fold', { n })}
    </button>
  );
  return (
    <>
      <Line
        row={sample}
        fold={{ rows, name, why: <RowWhyText row={sample} alike /> }}
      />
      {open &&
        rows
          .slice(0, MOST_UNFOLDED)
          .map(row => (
            <Line key={row.key} row={row} className={classes.nested} />
          ))}
      {open && rows.length > MOST_UNFOLDED && (
        <li className={classes.rest}>
          {t('entity.card.foldRest', {
            n: String(rows.length - MOST_UNFOLDED),
          })}
        </li>
      )}
    </>
  );
}
