import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  multiclusterTranslationRef,
  ReplicaPips,
  StateIcon,
  StateLabel,
  stateLook,
  VersionChip,
} from '@fairway/backstage-plugin-multicluster-react';
import { useState } from 'react';
import { ClusterRow } from '../model/ClusterRow';
import { addReplicas } from '../model/clusterRowsOf';
import { ClusterLine } from './ClusterLine';
import { useCardStyles } from './useCardStyles';
import { useRareStyles } from './useRareStyles';
import { RowWhyText } from './RowWhyText';

/** A card is no place for hundreds of rows; the tab is. */
const MOST_UNFOLDED = 50;

/** Clusters that are all alike, as one row that unfolds. @internal */
export function FoldLine(props: { rows: ClusterRow[] }) {
  const { rows } = props;
  const [open, setOpen] = useState(false);
  const classes = useCardStyles();
  const rare = useRareStyles();
  const { t } = useTranslationRef(multiclusterTranslationRef);
  const [sample] = rows;
  const look = stateLook(sample.state, sample.lastKnown);
  const n = String(rows.length);
  return (
    <>
      <li className={classes.row} data-fold={rows.length}>
        <StateIcon shape={look.shape} tone={look.tone} />
        <span className={classes.name}>
          <button
            type="button"
            className={rare.foldButton}
            aria-expanded={open}
            aria-label={t(
              open ? 'entity.card.foldClose' : 'entity.card.foldOpen',
              { n },
            )}
            onClick={() => setOpen(!open)}
          >
            {t('entity.card.fold', { n })}
          </button>
        </span>
        <span className={classes.state}>
          <StateLabel
            state={sample.state}
            lastKnown={sample.lastKnown}
            why={<RowWhyText row={sample} alike />}
            wordOnly
          />
        </span>
        <span className={classes.pips}>
          <ReplicaPips
            replicas={addReplicas(rows.map(row => row.replicas))}
            lastKnown={sample.lastKnown}
          />
        </span>
        <span className={classes.version}>
          <VersionChip
            versions={sample.versions}
            knowledge={sample.versionKnowledge}
            dim={sample.lastKnown}
          />
        </span>
      </li>
      {open &&
        rows
          .slice(0, MOST_UNFOLDED)
          .map(row => (
            <ClusterLine key={row.key} row={row} className={rare.nested} />
          ))}
      {open && rows.length > MOST_UNFOLDED && (
        <li className={`${classes.row} ${rare.nested} ${rare.quiet}`}>
          <span />
          <span className={classes.name}>
            {t('entity.card.foldRest', {
              n: String(rows.length - MOST_UNFOLDED),
            })}
          </span>
        </li>
      )}
    </>
  );
}
