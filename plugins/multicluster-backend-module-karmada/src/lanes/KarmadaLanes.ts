import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import {
  LaneCapability,
  LaneChange,
  LaneCheck,
  LaneContent,
  LaneHold,
  LaneObservation,
  LaneRequest,
  LanesFacet,
  LaneUnreadableError,
  Caller,
  PlacementFact,
  PolicyFact,
  UnmappedCallerError,
} from '@fairway/backstage-plugin-multicluster-node';
import {
  ClusterIdentity,
  KubernetesError,
  mapCaller,
} from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { writeMode } from '../act/writeMode';
import { writerFor } from '../act/writerFor';
import { KarmadaConnections } from '../connect';
import { Discovery } from '../Discovery';
import { BindingNative } from '../native/BindingNative';
import { PolicyNative } from '../native/PolicyNative';
import { changeLane } from './changeLane';
import { checkLane } from './checkLane';
import { isHeldOrphan } from './isHeldOrphan';
import { ManifestDigester } from './ManifestDigester';
import { MemberObjects } from './MemberObjects';
import { observeLane } from './observeLane';
import { LaneReaders, readContent } from './readContent';
import { releaseCommand } from './releaseCommand';

/**
 * Held dispatch of Karmada: lanes are its propagation policies, held by `spec.suspension`.
 *
 * @internal
 */
export class KarmadaLanes implements LanesFacet {
  static create(options: {
    connections: KarmadaConnections;
    identity: ClusterIdentity;
    discovery: Discovery;
    /** Version of the control plane, where it cannot be told by its API. */
    version?: string;
  }): KarmadaLanes {
    return new KarmadaLanes(options);
  }

  readonly #options: Parameters<typeof KarmadaLanes.create>[0];
  readonly #digester = ManifestDigester.create();

  private constructor(options: Parameters<typeof KarmadaLanes.create>[0]) {
    this.#options = options;
  }

  capabilities(): LaneCapability {
    const { connections, identity } = this.#options;
    const { act, works, configKey } = connections;
    const missing = [...(act ? [] : ['act']), ...(works ? [] : ['works'])].map(
      name =>
        sentence(`lane.off.${name}`, {
          key: `${configKey}.credentials.${name}`,
        }),
    );
    return {
      available: missing.length === 0,
      ...(missing.length > 0 && { reason: missing[0] }),
      identityModes: [writeMode(identity)],
    };
  }

  holdOf(policy: PolicyFact): LaneHold {
    const { hold, by } = (policy as PolicyFact<PolicyNative>).native;
    const command = releaseCommand(policy);
    const who = { ours: by !== undefined, ...(by && { by }), command };
    if (hold === undefined) {
      return { form: 'none', clusters: [], ...who };
    }
    return hold === true
      ? { form: 'all', clusters: [], ...who }
      : { form: 'clusters', clusters: hold, ...who };
  }

  orphansOf(placements: PlacementFact[]): PlacementFact[] {
    return placements.filter(placement =>
      isHeldOrphan(placement as PlacementFact<BindingNative>),
    );
  }

  async read(request: LaneRequest): Promise<LaneContent> {
    const deadline = AbortSignal.timeout(request.deadlineMs);
    const signal = AbortSignal.any([request.signal, deadline]);
    return await this.#reading(request, () =>
      readContent(request.policy, this.#readers(), signal),
    );
  }

  async check(
    request: LaneRequest & { caller?: Caller },
  ): Promise<LaneCheck[]> {
    return await checkLane(request, this.#options);
  }

  async change(request: LaneChange): ReturnType<LanesFacet['change']> {
    const { connections, identity } = this.#options;
    const writer = writerFor(request.caller, connections, identity);
    if ('why' in writer) {
      request.signal.throwIfAborted();
      return {
        outcome: 'refused',
        code: writer.code,
        sentence: writer.why,
        actedAs: { mode: writeMode(identity) },
        retryable: false,
      };
    }
    return await changeLane(request, writer, connections.read);
  }

  async observe(
    request: LaneRequest & { cluster: string; digest: string; caller?: Caller },
  ): Promise<LaneObservation> {
    return await this.#reading(request, () =>
      observeLane(request, this.#readers(), this.#members(request.caller)),
    );
  }

  #readers(): LaneReaders {
    const { connections, discovery } = this.#options;
    const { read, works, configKey } = connections;
    if (!works) {
      const key = `${configKey}.credentials.works`;
      throw new LaneUnreadableError(
        'works-unreadable',
        sentence('lane.off.works', { key }),
      );
    }
    return { read, works, discovery, digester: this.#digester };
  }

  /** Nobody is taken for somebody else: without a name there, a member is not read. */
  #members(caller: Caller | undefined): MemberObjects | undefined {
    const { connections, identity, discovery } = this.#options;
    const { logs: transport } = connections;
    if (!transport || (identity.mode === 'impersonate' && !caller)) {
      return undefined;
    }
    try {
      const as = caller && mapCaller(caller, identity);
      return MemberObjects.create({ transport, discovery, ...(as && { as }) });
    } catch (error) {
      if (error instanceof UnmappedCallerError) {
        return undefined;
      }
      throw error;
    }
  }

  async #reading<T>(
    { signal }: LaneRequest,
    call: () => Promise<T>,
  ): Promise<T> {
    try {
      return await call();
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof LaneUnreadableError) {
        throw error;
      }
      const detail =
        error instanceof KubernetesError
          ? error.statusMessage ?? error.code
          : 'no answer in time';
      throw new LaneUnreadableError(
        'unreadable',
        sentence('lane.unreadable', { detail }),
      );
    }
  }
}
