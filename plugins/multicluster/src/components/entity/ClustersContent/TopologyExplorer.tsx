import { makeStyles } from '@material-ui/core/styles';
import { EntityTopology } from '@fairway/backstage-plugin-multicluster-common';
import {
  CoverageFoot,
  LiveSnapshot,
  SentenceBanner,
} from '@fairway/backstage-plugin-multicluster-react';
import { useCallback, useRef, useState } from 'react';
import { ChainCard } from '../chain/ChainCard';
import { DetailDrawer } from '../drawer/DetailDrawer';
import { isUnread } from '../model/isUnread';
import { PodsReader } from '../tree/PodsReader';
import { TreeGrid } from '../tree/TreeGrid';
import { clusterRowId, TreeRow, workloadRowId } from '../tree/TreeRow';
import { useTree } from '../tree/useTree';
import { MatchNote } from '../WhereItRunsCard/MatchNote';
import { NoMatch } from '../WhereItRunsCard/NoMatch';
import { Unread } from '../WhereItRunsCard/Unread';
import { useFilterUsage } from '../../usage/useFilterUsage';
import { FilterBar } from './FilterBar';
import { selectionOfRow } from './selectionOfRow';
import { useTabParams } from './useTabParams';

const useStyles = makeStyles(
  theme => ({
    root: { fontFamily: theme.typography.fontFamily },
    banner: { marginBottom: theme.spacing(2) },
    foot: { '& > footer': { border: 0, paddingLeft: 0, paddingRight: 0 } },
  }),
  { name: 'MulticlusterTopologyExplorer' },
);

/** The tree, the chain of the workload it is on, and the drawer. @internal */
export function TopologyExplorer(props: {
  topology: EntityTopology;
  view: LiveSnapshot<EntityTopology>;
}) {
  const { topology, view } = props;
  const { workloads, sentence, coverage, match } = topology;
  const classes = useStyles();
  const params = useTabParams();
  const { selection, select } = params;
  useFilterUsage('topology', params.filter);
  const tree = useTree(workloads, params.filter, params.wrongOnly);
  const [activeId, setActiveId] = useState<string | undefined>(() =>
    selectedRowId(selection),
  );
  const filterField = useRef<HTMLInputElement>(null);
  const openRow = useCallback(
    (row: TreeRow) => {
      setActiveId(row.id);
      select(selectionOfRow(row));
    },
    [select],
  );
  if (workloads.length === 0) {
    return isUnread(coverage) ? (
      <Unread coverage={coverage} />
    ) : (
      <NoMatch match={match} />
    );
  }
  const activeRow = tree.rows.find(row => row.id === activeId);
  const current = activeRow?.workload ?? workloads[0];
  const selected = workloads.find(({ id }) => id === selection?.workload);
  return (
    <div className={classes.root}>
      {sentence && (
        <div className={classes.banner}>
          <SentenceBanner sentence={sentence} tone={sentence.tone} />
        </div>
      )}
      {(match.state !== 'matched' || match.sentence) && (
        <MatchNote match={match} />
      )}
      <FilterBar ref={filterField} params={params} view={view} />
      <TreeGrid
        rows={tree.rows}
        activeId={activeId}
        selectedId={selectedRowId(selection)}
        onActivate={setActiveId}
        onToggle={tree.toggle}
        onOpen={openRow}
        onFind={() => filterField.current?.focus()}
      />
      {tree.open.map(row => (
        <PodsReader
          key={row.id}
          rowId={row.id}
          workloadId={row.workload.id}
          cluster={row.target.cluster}
          onPods={tree.setPods}
        />
      ))}
      <div className={classes.foot}>
        <CoverageFoot coverage={coverage} />
      </div>
      <ChainCard
        key={current.id}
        workload={current}
        activeRowId={activeId}
        onActivateRow={setActiveId}
        onOpenCluster={(workload, cluster) =>
          select({ workload, cluster, view: cluster ? 'pods' : 'history' })
        }
      />
      <DetailDrawer
        workload={selected}
        selection={selection}
        onSelect={select}
      />
    </div>
  );
}

function selectedRowId(
  selection: { workload: string; cluster?: string } | undefined,
): string | undefined {
  if (!selection) {
    return undefined;
  }
  const { workload, cluster } = selection;
  return cluster ? clusterRowId(workload, cluster) : workloadRowId(workload);
}
