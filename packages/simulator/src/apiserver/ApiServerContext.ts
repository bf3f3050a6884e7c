import { Admission } from './admission/Admission';
import { Authorizer } from './auth/Authorizer';
import { KubeObject } from './ObjectStore';
import { InMemoryObjectStore } from './InMemoryObjectStore';
import { FaultPlan } from '../faults/FaultPlan';
import { MemberRoute } from './proxy/MemberRoute';
import { ReadLogs } from './logs/ReadLogs';

/** What the handlers of one API server share. */
export interface ApiServerContext {
  /** Which server this is, for faults that are meant for one of several: `karmada`, `member1`. */
  name: string;
  store: InMemoryObjectStore;
  authorizer: Authorizer;
  admission: Admission;
  faults: FaultPlan;
  /** Fills in what the server fills in for built-in kinds that clients write. */
  defaults: (object: KubeObject) => KubeObject;
  /** Whether `sendInitialEvents` is offered; servers before Kubernetes 1.32 refuse it. */
  streamingList: 'offered' | 'refused' | 'broken-storage';
  bookmarkIntervalMs: number;
  /** Whether the server behind an aggregated group does not answer. */
  isDown: (group: string) => boolean;
  /** Reported at `/version`. */
  version: string;
  /** Where `clusters/{name}/proxy` leads; undefined for a cluster without a route. */
  memberRoute: (cluster: string) => MemberRoute | undefined;
  readLogs: ReadLogs | undefined;
}
