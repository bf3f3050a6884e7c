import { Progress } from '@backstage/core-components';
import {
  errorStatus,
  useFleet,
} from '@fairway/backstage-plugin-multicluster-react';
import { Navigate } from 'react-router-dom';

/** Nothing of these is shown to whoever may not see the fleet; each other tab has what is the reader's own. */
const OF_THE_FLEET: ReadonlySet<string> = new Set(['fleet', 'workloads']);

/** Props of {@link Landing}. */
export interface LandingProps {
  /** Paths of the tabs, in their order; at least one. */
  tabs: readonly string[];
}

/**
 * Where the page leads whoever names none of its tabs: to the first that they may see. Goes by the answer that the tab of clusters
 * asks for too, so that it costs nothing there.
 */
export function Landing(props: LandingProps) {
  const { tabs } = props;
  const { data, status, error } = useFleet();
  if (!data && status !== 'error') {
    return <Progress />;
  }
  const refused = !data && errorStatus(error) === 403;
  const open = tabs.find(tab => !(refused && OF_THE_FLEET.has(tab)));
  return <Navigate to={open ?? tabs[0]} replace />;
}
