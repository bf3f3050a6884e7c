import { EntityWorkload } from '@fairway/backstage-plugin-multicluster-common';
import { DetailSelection } from '../ClustersContent/useTabParams';
import { Closed } from './Closed';
import { EventsPane } from './EventsPane';
import { HistoryPane } from './HistoryPane';
import { LogPane } from './LogPane';
import { PodsPane } from './PodsPane';
import { RenderedPane } from './RenderedPane';

/** Props of {@link DetailPane}. @internal */
export interface DetailPaneProps {
  workload: EntityWorkload;
  selection: DetailSelection;
  onSelect(selection: DetailSelection): void;
}

/** What the drawer shows below its tabs. @internal */
export function DetailPane(props: DetailPaneProps) {
  const { workload, selection, onSelect } = props;
  const { cluster, view } = selection;
  const clusters = cluster ? [cluster] : undefined;
  if (view === 'history') {
    return <HistoryPane workloadId={workload.id} cluster={cluster} />;
  }
  // The back end refuses what only the entity claims; asking would show a refusal instead of its reason.
  if (!workload.match.confirmed) {
    return <Closed match={workload.match} />;
  }
  switch (view) {
    case 'events':
      return <EventsPane workloadId={workload.id} clusters={clusters} />;
    case 'logs':
      return (
        <LogPane
          workloadId={workload.id}
          selection={selection}
          onSelect={onSelect}
        />
      );
    case 'rendered':
      return <RenderedPane workloadId={workload.id} clusters={clusters} />;
    default:
      return (
        <PodsPane
          workloadId={workload.id}
          clusters={clusters}
          selection={selection}
          onSelect={onSelect}
        />
      );
  }
}
