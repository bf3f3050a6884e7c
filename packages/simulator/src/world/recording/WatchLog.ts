import type { KubeObject, ObjectStore } from '../../apiserver/ObjectStore';
import type { Clock } from '../../clock/Clock';

/** A line of a journey, in the shape of the recordings of a running Karmada. */
export interface LogEntry {
  /** Seconds from the start of the journey. */
  at: number;
  stream: string;
  type: 'LISTED' | 'ADDED' | 'MODIFIED' | 'DELETED';
  object: KubeObject;
}

/** Which list a kind belongs to, by the names that the recordings use. */
const STREAMS: Record<string, string> = {
  ResourceBinding: 'rb',
  ClusterResourceBinding: 'crb',
  Work: 'work',
  PropagationPolicy: 'pp',
  ClusterPropagationPolicy: 'cpp',
  OverridePolicy: 'op',
  Deployment: 'deploy',
  ConfigMap: 'cm',
  Job: 'job',
  WorkloadRebalancer: 'rebal',
  Cluster: 'clusters',
  Event: 'events',
};

/** Writes down what a watcher of everything would see. */
export class WatchLog {
  readonly entries: LogEntry[] = [];
  readonly #clock: Clock;
  #since = 0;
  #only: (object: KubeObject) => boolean = () => true;
  #end: () => void = () => {};

  static create(clock: Clock): WatchLog {
    return new WatchLog(clock);
  }

  private constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Begins anew from here: what is there is listed, what happens from now on is written down. */
  start(
    store: ObjectStore,
    kinds: Iterable<[apiVersion: string, kind: string]>,
    only: (object: KubeObject) => boolean = () => true,
  ): void {
    this.#end();
    this.entries.length = 0;
    this.#only = only;
    this.#since = this.#clock.elapsed();
    for (const [apiVersion, kind] of kinds) {
      const type = store.type(apiVersion, kind);
      for (const object of type ? store.list(type) : []) {
        this.#add('LISTED', object);
      }
    }
    this.#end = store.subscribe(({ type, object }) => this.#add(type, object));
  }

  stop(): void {
    this.#end();
  }

  #add(type: LogEntry['type'], object: KubeObject): void {
    const stream = STREAMS[object.kind];
    if (!stream || !this.#only(object)) {
      return;
    }
    const { managedFields, ...metadata } = object.metadata;
    this.entries.push({
      at: Math.round(this.#clock.elapsed() - this.#since) / 1000,
      stream,
      type,
      // The recordings are without it as well.
      object: { ...object, metadata },
    });
  }
}
