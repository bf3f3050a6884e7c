import { FleetFact, ObserveContext } from '../../contract';
import { KubernetesTransport } from '../transport/KubernetesTransport';
import { ResourceCoordinates } from '../transport/resourcePath';
import { KubernetesObject } from './KubernetesObject';

/** How one kind of one server is observed. @public */
export interface ObserveResourceOptions {
  transport: KubernetesTransport;
  resource: ResourceCoordinates & { kind: string };
  /** Name of the lane: where its checkpoint and its rows are kept. */
  lane: string;
  /** What people call it, for example `Deployments`. */
  subject: string;
  /** Absent: all namespaces. */
  namespace?: string;
  labelSelector?: string;
  fieldSelector?: string;
  /** `metadata` asks for nothing but metadata, so that no value of the objects ever travels; `object` when absent. */
  detail?: 'object' | 'metadata';
  /** Annotations to keep; all others are dropped before the object is given to `project`. */
  annotations?: readonly string[];
  /** The facts of one object. Pure. One that throws makes the object a counted problem. */
  project(object: KubernetesObject): FleetFact[];
  /**
   * Every row that an object may have, when that is more than what `project` gives of its present state: those not given
   * are deleted. Pure.
   */
  keys?(
    object: KubernetesObject,
  ): Array<{ type: FleetFact['type']; key: string }>;
  context: ObserveContext;
  limits?: Partial<ObserverLimits>;
  timings?: Partial<ObserverTimings>;
  /** Gives 0 to 1; for jitter. */
  random?: () => number;
}

/** What an observation may take. @public */
export interface ObserverLimits {
  /** Objects of a page and of a batch (500). */
  pageSize: number;
  /** Bytes of one object; a larger one is left out and counted (2 MiB). */
  objectBytes: number;
  /** Bytes of one page, unpacked (128 MiB). */
  pageBytes: number;
}

/** Times of an observation, in milliseconds. @public */
export interface ObserverTimings {
  /** A watch without event or bookmark for this long is verified (120,000). */
  silence: number;
  /** A streaming list without an event for this long is given up for pages (15,000). */
  initialSilence: number;
  /** How long changes are gathered before they are stored (50). */
  batch: number;
  /** How often a checkpoint is stored when nothing changed (10,000). */
  checkpoint: number;
  /** First range of the back-off (500). */
  backOffBase: number;
  /** Largest range of the back-off (30,000). */
  backOffCap: number;
  /** A watch that was open this long without an error is good again (1,000). */
  settle: number;
  /** A page must be there within (60,000). */
  page: number;
  /** A verification must be there within (10,000). */
  verify: number;
  /** The server is asked to end a watch after one to two times this, so that load spreads over its replicas (300,000). */
  watch: number;
}

/** {@inheritDoc ObserverLimits} @internal */
export const defaultLimits: ObserverLimits = {
  pageSize: 500,
  objectBytes: 2 * 1024 * 1024,
  pageBytes: 128 * 1024 * 1024,
};

/** {@inheritDoc ObserverTimings} @internal */
export const defaultTimings: ObserverTimings = {
  silence: 120_000,
  initialSilence: 15_000,
  batch: 50,
  checkpoint: 10_000,
  backOffBase: 500,
  backOffCap: 30_000,
  settle: 1_000,
  page: 60_000,
  verify: 10_000,
  watch: 300_000,
};
