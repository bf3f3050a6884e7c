import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { ClusterCapacity } from '@fairway/backstage-plugin-multicluster-common';
import {
  multiclusterPagesTranslationRef,
  useStateColors,
} from '@fairway/backstage-plugin-multicluster-react';
import { capacityShare } from '../lib/capacityShare';
import { AmountKind, formatShare } from '../lib/formatAmount';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: 3, minWidth: 0 },
    text: {
      fontSize: theme.typography.caption.fontSize,
      fontVariantNumeric: 'tabular-nums',
      color: theme.palette.text.secondary,
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
    track: {
      height: 4,
      borderRadius: 2,
      overflow: 'hidden',
      background: theme.palette.action.selected,
    },
    fill: { display: 'block', height: '100%' },
  }),
  { name: 'MulticlusterCapacityBar' },
);

/** Props of {@link CapacityBar}. */
export interface CapacityBarProps {
  capacity?: ClusterCapacity;
  kind: AmountKind;
  /** True: the cluster does not confirm it now. */
  lastKnown?: boolean;
}

/** How full a cluster is of one resource, in words and as a bar. What is not reported is said, and never an empty bar. */
export function CapacityBar(props: CapacityBarProps) {
  const { capacity, kind, lastKnown } = props;
  const classes = useStyles();
  const colors = useStateColors();
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  const share = capacityShare(capacity, kind);
  if (!share) {
    return <span className={classes.text}>{t('fleet.capacity.unknown')}</span>;
  }
  const amounts = formatShare(kind, share);
  const label = t('fleet.capacity.label', {
    resource: t(`fleet.clusters.${kind}`),
    ...amounts,
  });
  return (
    <div className={classes.root} role="img" aria-label={label} title={label}>
      <span className={classes.text}>{t('fleet.capacity.of', amounts)}</span>
      <span className={classes.track}>
        <span
          className={classes.fill}
          style={{
            width: `${share.share * 100}%`,
            background: colors[lastKnown ? 'stale' : share.tone].text,
          }}
        />
      </span>
    </div>
  );
}
