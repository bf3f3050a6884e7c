import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  DiffSide,
  PromotionDiff,
  sentence,
  Sentence,
  WorkloadDiff,
} from '@fairway/backstage-plugin-multicluster-common';
import { DetailReader } from '../service/DetailService';
import { Asking } from '../service/FleetService';
import {
  PromotionDiffQuery,
  PromotionDiffReader,
} from '../service/PromotionDiffService';
import { notAllowed } from '../util/codedErrors';
import { ComparableReader } from '../views/promotion/ComparableReader';
import { ComparableWorkload } from '../views/promotion/ComparableWorkload';
import { ScopeTarget } from '../views/promotion/PromotionScope';
import { diffManifests } from './diffManifests';
import { isMeantForReaders } from './isMeantForReaders';
import { neutralText } from './neutralText';

/** Each is two reads at far ends. */
const MOST_WORKLOADS = 12;

interface Side {
  shown: DiffSide;
  text?: string;
}

interface Options {
  comparable: Pick<ComparableReader, 'read'>;
  details: Pick<DetailReader, 'read'>;
}

/**
 * Compares manifests through the reader of details, which shares equal reads for five seconds and gives each cluster its
 * deadline. One side that cannot be read never hides the other, nor another workload.
 */
export class DefaultPromotionDiffReader implements PromotionDiffReader {
  readonly #comparable: Options['comparable'];
  readonly #details: Options['details'];

  static create(options: Options): PromotionDiffReader {
    return new DefaultPromotionDiffReader(options);
  }

  private constructor({ comparable, details }: Options) {
    this.#comparable = comparable;
    this.#details = details;
  }

  async diff(
    entity: Entity,
    { from, to }: PromotionDiffQuery,
    asking: Asking,
  ): Promise<PromotionDiff> {
    const { workloads, unread } = await this.#comparable.read(entity, {
      from,
      to,
    });
    const all = workloads.flatMap(({ now, next }) => [now, next]);
    const copies = all.filter(copy => copy !== undefined);
    if (
      copies.length > 0 &&
      !copies.some(({ workload }) => workload.confirmed)
    ) {
      throw notAllowed(
        'match-not-confirmed',
        'Neither a cluster nor the platform confirms whose workloads these are, so their manifests are not compared',
      );
    }
    const omitted = workloads.length - MOST_WORKLOADS;
    return {
      entityRef: stringifyEntityRef(entity),
      from,
      to,
      workloads: await Promise.all(
        workloads.slice(0, MOST_WORKLOADS).map(async workload => {
          const [now, next] = await Promise.all([
            this.#side(workload.now, to, unread.now, asking),
            this.#side(workload.next, from, unread.next, asking),
          ]);
          return compare(workload, now, next);
        }),
      ),
      ...(omitted > 0 && { omitted }),
      observedAt: new Date().toISOString(),
    };
  }

  async #side(
    copy: ScopeTarget | undefined,
    environment: string,
    unread: Sentence | undefined,
    asking: Asking,
  ): Promise<Side> {
    if (!copy) {
      return {
        shown: unread
          ? { state: 'unread', reason: unread }
          : { state: 'absent' },
      };
    }
    const { workload, cluster } = copy;
    const not = (reason: Sentence): Side => ({
      shown: { state: 'unread', cluster, reason },
    });
    if (!workload.confirmed) {
      return not(
        sentence('promotion.diff.notConfirmed', { workload: workload.name }),
      );
    }
    const read = await this.#manifest(copy, asking);
    return typeof read === 'string'
      ? {
          shown: { state: 'read', cluster },
          text: neutralText(read, {
            environment,
            namespace: workload.namespace,
          }),
        }
      : not(read);
  }

  /** The manifest of a copy, or why there is none. */
  async #manifest(
    { workload, member, cluster }: ScopeTarget,
    asking: Asking,
  ): Promise<string | Sentence> {
    const nothing = sentence('promotion.diff.noManifest', {
      workload: workload.name,
      cluster,
    });
    try {
      const [read] = await this.#details.read(
        'rendered',
        { workloadId: workload.id, clusters: [member] },
        asking,
      );
      return read?.problem?.sentence ?? read?.items[0]?.manifest ?? nothing;
    } catch (error) {
      // The placement may have changed since it was stored, or its source has no details at all.
      if (isMeantForReaders(error)) {
        return nothing;
      }
      throw error;
    }
  }
}

function compare(
  { kind, name }: ComparableWorkload,
  now: Side,
  next: Side,
): WorkloadDiff {
  const sides = { kind, name, now: now.shown, next: next.shown };
  if (now.text === undefined || next.text === undefined) {
    return sides;
  }
  const hunks = diffManifests(now.text, next.text);
  return hunks
    ? { ...sides, hunks }
    : { ...sides, problem: sentence('promotion.diff.tooMuch') };
}
