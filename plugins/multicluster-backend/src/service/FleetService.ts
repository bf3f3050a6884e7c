import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  ClusterDetail,
  ClusterList,
  EnvironmentList,
  Fleet,
} from '@fairway/backstage-plugin-multicluster-common';
import { ViewBody } from './ViewBody';

/** Who asks. */
export interface Asking {
  credentials: BackstageCredentials;
}

/** A page of a list. */
export interface Paging {
  cursor?: string;
  limit?: number;
}

/** The fleet, whoever owns what runs there. */
export interface FleetService {
  fleet(options: Asking): Promise<ViewBody<Fleet>>;
  clusters(
    request: Paging & { filter?: string },
    options: Asking,
  ): Promise<ViewBody<ClusterList>>;
  /** Throws a NotFoundError for a cluster nobody knows. */
  cluster(
    request: Paging & { controlPlane: string; name: string },
    options: Asking,
  ): Promise<ViewBody<ClusterDetail>>;
  environments(options: Asking): Promise<ViewBody<EnvironmentList>>;
}
