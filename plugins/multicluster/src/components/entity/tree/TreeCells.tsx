import { ClusterCells } from './ClusterCells';
import { NoteCells } from './NoteCells';
import { PodCells } from './PodCells';
import { TreeRow } from './TreeRow';
import { WorkloadCells } from './WorkloadCells';

/** The cells of a row behind its name. @internal */
export function TreeCells(props: { row: TreeRow }) {
  const { row } = props;
  switch (row.type) {
    case 'workload':
      return <WorkloadCells workload={row.workload} />;
    case 'cluster':
      return <ClusterCells target={row.target} />;
    case 'pod':
      return <PodCells pod={row.pod} />;
    default:
      return <NoteCells row={row} />;
  }
}
