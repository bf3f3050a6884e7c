import { useRouteRef } from '@backstage/core-plugin-api';
import { useMemo } from 'react';
import {
  approvalsRouteRef,
  auditRouteRef,
  clusterRouteRef,
  fleetRouteRef,
  lanesRouteRef,
  pipelinesRouteRef,
  runRouteRef,
  sourcesRouteRef,
  workloadRouteRef,
  workloadsRouteRef,
} from '../../../pageRoutes';

/** Paths of the pages of this plugin. Without the base path of the app: routers and links add it. */
export interface FleetLinks {
  fleet(): string;
  /** The table of clusters, further down on the page of the fleet. */
  clusters(filter: string): string;
  cluster(controlPlane: string, name: string): string;
  workloads(filter?: string): string;
  workload(id: string): string;
  pipelines(filter?: string): string;
  run(id: string): string;
  approvals(): string;
  lanes(): string;
  audit(): string;
  sources(): string;
}

function withFilter(path: string, filter: string | undefined): string {
  return filter ? `${path}?${new URLSearchParams({ filter })}` : path;
}

/** Links to the pages of this plugin; for components that stand on one of them. */
export function useFleetLinks(): FleetLinks {
  const fleet = useRouteRef(fleetRouteRef);
  const cluster = useRouteRef(clusterRouteRef);
  const workloads = useRouteRef(workloadsRouteRef);
  const workload = useRouteRef(workloadRouteRef);
  const pipelines = useRouteRef(pipelinesRouteRef);
  const run = useRouteRef(runRouteRef);
  const approvals = useRouteRef(approvalsRouteRef);
  const lanes = useRouteRef(lanesRouteRef);
  const audit = useRouteRef(auditRouteRef);
  const sources = useRouteRef(sourcesRouteRef);
  return useMemo(
    () => ({
      fleet: () => fleet(),
      clusters: filter => `${withFilter(fleet(), filter)}#clusters`,
      cluster: (controlPlane, name) => cluster({ controlPlane, name }),
      workloads: filter => withFilter(workloads(), filter),
      workload: id => workload({ id }),
      pipelines: filter => withFilter(pipelines(), filter),
      run: id => run({ id }),
      approvals: () => approvals(),
      lanes: () => lanes(),
      audit: () => audit(),
      sources: () => sources(),
    }),
    [
      fleet,
      cluster,
      workloads,
      workload,
      pipelines,
      run,
      approvals,
      lanes,
      audit,
      sources,
    ],
  );
}
