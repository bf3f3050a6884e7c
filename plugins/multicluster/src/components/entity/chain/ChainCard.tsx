import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { EntityWorkload } from '@fairway/backstage-plugin-multicluster-common';
import {
  ErrorState,
  multiclusterPagesTranslationRef,
  useWorkload,
} from '@fairway/backstage-plugin-multicluster-react';
import { useState } from 'react';
import { LiveCard } from '../card/LiveCard';
import { clusterRowId, workloadRowId } from '../tree/TreeRow';
import { Chain } from './Chain';
import { ChainBox } from './chainColumns';

const useStyles = makeStyles(
  theme => ({
    card: { marginTop: theme.spacing(2.5) },
    wait: { height: 96 },
  }),
  { name: 'MulticlusterChainCard' },
);

/** Props of {@link ChainCard}. @internal */
export interface ChainCardProps {
  workload: EntityWorkload;
  /** The active row of the tree. */
  activeRowId: string | undefined;
  onActivateRow(rowId: string): void;
  onOpenCluster(workloadId: string, cluster: string | undefined): void;
}

/** From template to cluster, for the workload the tree is on. @internal */
export function ChainCard(props: ChainCardProps) {
  const { workload, activeRowId, onActivateRow, onOpenCluster } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  const detail = useWorkload(workload.id);
  const [own, setOwn] = useState<string>();
  const { kind, name, id } = workload;
  const nodes = detail.data?.chain.nodes ?? [];
  const shared =
    activeRowId && nodes.find(node => rowOf(id, node) === activeRowId)?.id;
  // Policy and binding are no rows of the tree: on them the chain keeps its own place.
  const ownStands = nodes.some(node => node.id === own && !rowOf(id, node));
  const activate = (box: ChainBox) => {
    const row = box.count === 1 ? rowOf(id, box.node) : undefined;
    setOwn(row ? undefined : box.id);
    if (row) {
      onActivateRow(row);
    }
  };
  return (
    <LiveCard
      title={t('entity.chain.title', { kind, name })}
      view={detail}
      className={classes.card}
    >
      {detail.data && (
        <Chain
          detail={detail.data}
          activeId={ownStands ? own : shared ?? own}
          onActivate={activate}
          onOpen={box =>
            onOpenCluster(id, box.count === 1 ? box.node.cluster : undefined)
          }
        />
      )}
      {!detail.data && detail.status === 'loading' && (
        <div
          className={classes.wait}
          role="status"
          aria-label={t('entity.chain.loading')}
        />
      )}
      {detail.status === 'error' && (
        <ErrorState error={detail.error} onRetry={detail.refresh} />
      )}
    </LiveCard>
  );
}

function rowOf(
  workloadId: string,
  node: { kind: string; cluster?: string },
): string | undefined {
  if (node.kind === 'template') {
    return workloadRowId(workloadId);
  }
  return node.kind === 'cluster' && node.cluster
    ? clusterRowId(workloadId, node.cluster)
    : undefined;
}
