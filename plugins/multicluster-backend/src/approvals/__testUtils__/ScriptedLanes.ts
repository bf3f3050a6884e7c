import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import {
  LaneChange,
  LaneCheck,
  LaneContent,
  laneDigest,
  LaneObject,
  LaneObservation,
  LaneRequest,
  LanesFacet,
  LaneUnreadableError,
  PlacementFact,
  PolicyFact,
} from '@fairway/backstage-plugin-multicluster-node';

const said = sentence('lane.held');
const actedAs = { mode: 'service' as const };

/** A control plane with one policy that holds, in memory. What members have is told apart from what is rendered for them. */
export class ScriptedLanes implements LanesFacet {
  /** In effect. */
  form: 'none' | 'all' | string[] = 'none';
  version = 1;
  image = 'example.org/shop:v1';
  replicas = 1;
  /** What an override renders for a cluster in place of the image. */
  readonly overrides = new Map<string, string>();
  clusters = ['member1', 'member2'];
  settled = true;
  unreadable = false;
  gone = false;
  /** Somebody else who manages the field. */
  manager?: string;
  /** What a cluster does with what it is sent; well where it is absent. */
  readonly health = new Map<string, LaneObservation['outcome']>();
  /** By cluster, the digest it has. */
  readonly members = new Map<string, string>();
  /** Every change that was taken, in order: who, and in which form. */
  readonly log: Array<{ by: string; form: string; clusters: string[] }> = [];
  /** Called right before a change is taken. */
  beforeChange: () => void = () => {};
  /** By cluster, the code with which its release is refused. */
  readonly refuses = new Map<string, 'not-permitted' | 'rate-limited'>();
  /** People who may change nothing here, by ref. */
  readonly forbidden = new Set<string>();
  /** The next change is taken, and its answer lost. */
  loseAnswer = false;
  /** Milliseconds after which the inventory has what was changed. */
  listedAfterMs = 0;
  #listed: { form: ScriptedLanes['form']; until: number } | undefined;

  static create(): ScriptedLanes {
    const lanes = new ScriptedLanes();
    lanes.dispatch();
    return lanes;
  }

  private constructor() {}

  setImage(version: string): void {
    this.image = `example.org/shop:${version}`;
    this.dispatch();
  }

  holds(cluster: string): boolean {
    return (
      this.form === 'all' ||
      (this.form !== 'none' && this.form.includes(cluster))
    );
  }

  dispatch(): void {
    for (const cluster of this.clusters) {
      if (!this.holds(cluster)) {
        this.members.set(cluster, this.digest(cluster));
      }
    }
  }

  digest(cluster = 'any'): string {
    return laneDigest([this.#object(cluster)]);
  }

  capabilities() {
    return { available: true, identityModes: [actedAs.mode] };
  }

  holdOf(_policy: PolicyFact) {
    const isOld = this.#listed && performance.now() < this.#listed.until;
    const listed = isOld ? this.#listed!.form : this.form;
    const form = Array.isArray(listed) ? 'clusters' : listed;
    return {
      form,
      clusters: Array.isArray(listed) ? listed : [],
      ours: form !== 'none',
      command: 'release it',
    } as const;
  }

  async read(_request: LaneRequest): Promise<LaneContent> {
    if (this.unreadable) {
      throw new LaneUnreadableError('unreadable', said);
    }
    return {
      resourceVersion: String(this.version),
      clusters: Object.fromEntries(
        this.clusters.map(cluster => [cluster, [this.#object(cluster)]]),
      ),
      possible: [],
      settled: this.settled,
      notes: [],
    };
  }

  orphansOf(placements: PlacementFact[]): PlacementFact[] {
    return this.form === 'none' ? [] : placements;
  }

  async check(): Promise<LaneCheck[]> {
    return [
      {
        code: 'managed-elsewhere',
        ok: this.manager === undefined,
        sentence: sentence('lane.managedElsewhere', {
          managers: this.manager ?? '',
        }),
      },
    ];
  }

  async change(request: LaneChange): ReturnType<LanesFacet['change']> {
    const { form, clusters, resourceVersion, dryRun } = request;
    const precondition = String(this.version);
    if (this.gone && form !== 'disarm') {
      return this.#refused('not-found');
    }
    const wanted = this.#wanted(request);
    if (JSON.stringify(wanted) === JSON.stringify(this.form)) {
      return { outcome: 'noop', actedAs, retryable: false, precondition };
    }
    if (this.forbidden.has(request.caller.userEntityRef)) {
      return this.#refused('not-permitted');
    }
    if (dryRun) {
      const { manager } = this;
      return {
        outcome: 'requested',
        ...(form === 'disarm' && {
          sentence: manager
            ? sentence('lane.disarmed.elsewhere', { managers: manager })
            : sentence('lane.disarmed'),
        }),
        actedAs,
        retryable: false,
        precondition,
      };
    }
    this.beforeChange();
    if (!this.gone && resourceVersion !== String(this.version)) {
      return this.#refused('conflict');
    }
    const refusal = form === 'release' && this.refuses.get(clusters[0]);
    if (refusal) {
      return this.#refused(refusal);
    }
    this.#listed = {
      form: this.form,
      until: performance.now() + this.listedAfterMs,
    };
    this.form = wanted;
    this.version += 1;
    this.dispatch();
    this.log.push({ by: request.caller.userEntityRef, form, clusters });
    if (this.loseAnswer) {
      this.loseAnswer = false;
      return { outcome: 'ambiguous', actedAs, retryable: true };
    }
    return {
      outcome: 'applied',
      actedAs,
      retryable: false,
      resourceVersion: String(this.version),
    };
  }

  async observe({
    cluster,
    digest,
    over = false,
  }: LaneRequest & {
    cluster: string;
    digest: string;
    over?: boolean;
  }): Promise<LaneObservation> {
    if (this.digest(cluster) !== digest) {
      return { outcome: 'changed', sentence: said };
    }
    // Nothing that is held was released to it, unless its arrival was seen before.
    const isSent = over || !this.holds(cluster);
    if (this.members.get(cluster) !== digest || !isSent) {
      return { outcome: 'progressing', sentence: said };
    }
    return { outcome: this.health.get(cluster) ?? 'observed', sentence: said };
  }

  #wanted({ form, clusters }: LaneChange): ScriptedLanes['form'] {
    if (form === 'release') {
      return this.clusters.filter(cluster => !clusters.includes(cluster));
    }
    return form === 'hold' ? 'all' : 'none';
  }

  #object(cluster: string): LaneObject {
    const image = this.overrides.get(cluster) ?? this.image;
    return {
      placementKey: 'default/shop-deployment',
      group: 'apps',
      kind: 'Deployment',
      namespace: 'default',
      name: 'shop',
      digest: `${image} ${this.replicas}`,
      digestWithoutReplicas: image,
      replicas: this.replicas,
      images: [{ name: 'app', image }],
      dispatched: !this.holds(cluster),
    };
  }

  #refused(code: 'conflict' | 'not-found' | 'not-permitted' | 'rate-limited') {
    return {
      outcome: 'refused' as const,
      code,
      sentence: said,
      actedAs,
      retryable: false,
    };
  }
}
