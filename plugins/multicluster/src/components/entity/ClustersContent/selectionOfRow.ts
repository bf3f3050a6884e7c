import { TreeRow } from '../tree/TreeRow';
import { DetailSelection } from './useTabParams';

/** What the drawer shows for a row of the tree. @internal */
export function selectionOfRow(row: TreeRow): DetailSelection {
  const workload = row.workload.id;
  switch (row.type) {
    case 'workload':
      return { workload, view: 'pods' };
    case 'cluster':
      return { workload, cluster: row.target.cluster, view: 'pods' };
    case 'pod':
      return {
        workload,
        cluster: row.cluster,
        view: 'logs',
        pod: row.pod.name,
      };
    default:
      return { workload, cluster: row.cluster, view: 'pods' };
  }
}
