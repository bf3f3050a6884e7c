import {
  WorkloadDetail,
  WorkloadList,
} from '@fairway/backstage-plugin-multicluster-common';
import { Asking, Paging } from './FleetService';
import { ViewBody } from './ViewBody';

/** Which workloads to list. */
export interface WorkloadListRequest extends Paging {
  filter?: string;
  /** Only workloads of entities these own. */
  ownedBy?: string[];
  /** Only workloads of these entities. */
  entityRefs?: string[];
}

/** Workloads, for someone. */
export interface WorkloadService {
  list(
    request: WorkloadListRequest,
    options: Asking,
  ): Promise<ViewBody<WorkloadList>>;
  /** Throws a NotFoundError for a workload nobody knows, or one the caller may not see. */
  workload(id: string, options: Asking): Promise<ViewBody<WorkloadDetail>>;
}

/** Workloads, for whoever was already let in. */
export interface WorkloadReader {
  list(
    request: Paging & { filter?: string; entityRefs?: string[] },
  ): Promise<ViewBody<WorkloadList>>;
  /** Undefined: nobody knows it. */
  workload(id: string): Promise<ViewBody<WorkloadDetail> | undefined>;
  /** Entities that a workload belongs to; undefined when nobody knows the workload. */
  entitiesOf(
    id: string,
  ): Promise<Array<{ entityRef: string; confirmed: boolean }> | undefined>;
  /** Entities with workloads that these own. */
  entitiesOwnedBy(ownerRefs: string[]): Promise<string[]>;
}
