import { Entity } from '@backstage/catalog-model';
import {
  ApprovalRequest,
  sentence,
  Sentence,
  SubjectDiff,
  SubjectImage,
  WorkloadDiff,
} from '@fairway/backstage-plugin-multicluster-common';
import { diffManifests } from '../../detail/diffManifests';
import { isMeantForReaders } from '../../detail/isMeantForReaders';
import { DetailReader } from '../../service/DetailService';
import { Asking } from '../../service/FleetService';
import { PromotionDiffReader } from '../../service/PromotionDiffService';
import {
  Comparable,
  ComparableReader,
} from '../../views/promotion/ComparableReader';
import { ScopeTarget } from '../../views/promotion/PromotionScope';
import { EntityDiff } from './EntityDiff';
import { hasBrought } from './hasBrought';
import { HeldDiffReader } from './HeldDiffReader';
import { otherEnvironments } from './otherEnvironments';
import { withImage } from './withImage';
import { withImages } from './withImages';

/** Each is a read at a far end. */
const MOST_WORKLOADS = 12;

/** What of a request says what would change. */
export type DiffMatter = Pick<
  ApprovalRequest,
  'kind' | 'environment' | 'subject'
>;

interface Options {
  comparable: Pick<ComparableReader, 'read'>;
  promotion: Pick<PromotionDiffReader, 'diff'>;
  details: Pick<DetailReader, 'read'>;
  held: Pick<HeldDiffReader, 'read'>;
  /** Names, in order of promotion. */
  environments: readonly string[];
}

/**
 * What would change of an entity, read at the far end as the caller. Of a run no tool shows what it renders before it has applied it:
 * an environment that has the same images already shows it, else the images alone are put into what there is now.
 */
export class SubjectDiffReader {
  static create(options: Options): SubjectDiffReader {
    return new SubjectDiffReader(options);
  }

  readonly #options: Options;

  private constructor(options: Options) {
    this.#options = options;
  }

  /** What is only claimed is never read. */
  async read(
    entity: Entity,
    { kind, environment, subject }: DiffMatter,
    asking: Asking,
  ): Promise<EntityDiff> {
    const nothing = (code: string, params = {}) => ({
      diff: [],
      basis: sentence(`approval.diff.${code}`, params),
    });
    if (kind === 'lane') {
      return this.#options.held.read(entity, subject, asking);
    }
    if (environment === undefined) {
      return nothing('noEnvironment');
    }
    if (!subject.images) {
      return nothing('noImages');
    }
    const found = await this.#find(entity, environment, subject.images);
    if (!found) {
      return nothing('nothingThere', { environment });
    }
    if (found.from !== undefined) {
      const { from } = found;
      const to = environment;
      const { workloads } = await this.#options.promotion.diff(
        entity,
        { from, to },
        asking,
      );
      return {
        diff: workloads.map(toSubjectDiff),
        basis: sentence('approval.diff.asIn', { environment: from }),
      };
    }
    const copies = found.workloads.flatMap(({ now }) => now ?? []);
    const { images } = subject;
    return {
      diff: await Promise.all(
        copies
          .filter(({ workload }) => workload.confirmed)
          .slice(0, MOST_WORKLOADS)
          .map(copy => this.#withImages(copy, images, asking)),
      ),
      basis: sentence('approval.diff.imagesAlone'),
    };
  }

  /** The environment to compare with; without `from` none has it. Undefined: nothing of the entity runs there. */
  async #find(
    entity: Entity,
    to: string,
    images: SubjectImage[],
  ): Promise<(Pick<Comparable, 'workloads'> & { from?: string }) | undefined> {
    const { comparable, environments } = this.#options;
    let there: Comparable | undefined;
    for (const from of otherEnvironments(environments, to)) {
      const read = await comparable
        .read(entity, { from, to })
        .catch((error): undefined => {
          // The entity is not promoted through it.
          if (error.name === 'InputError') {
            return undefined;
          }
          throw error;
        });
      if (read && hasBrought(read.workloads, images)) {
        return { from, workloads: read.workloads };
      }
      there ??= read;
    }
    return there?.workloads.some(({ now }) => now) ? there : undefined;
  }

  async #withImages(
    copy: ScopeTarget,
    images: SubjectImage[],
    asking: Asking,
  ): Promise<SubjectDiff> {
    const { cluster, workload } = copy;
    const shown = { cluster, object: `${workload.kind}/${workload.name}` };
    const read = await this.#manifest(copy, asking);
    if (typeof read !== 'string') {
      return { ...shown, hunks: [inventoryHunk(copy, images)], note: read };
    }
    const hunks = diffManifests(read, withImages(read, images));
    return hunks
      ? { ...shown, hunks }
      : { ...shown, note: sentence('promotion.diff.tooMuch') };
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
      const [read] = await this.#options.details.read(
        'rendered',
        { workloadId: workload.id, clusters: [member] },
        asking,
      );
      return read?.problem?.sentence ?? read?.items[0]?.manifest ?? nothing;
    } catch (error) {
      if (isMeantForReaders(error)) {
        return nothing;
      }
      throw error;
    }
  }
}

/** What is known of images without any manifest. */
function inventoryHunk({ versions }: ScopeTarget, images: SubjectImage[]) {
  const line = (change: 'same' | 'removed' | 'added', image: string) => ({
    change,
    text: `image: ${image}`,
  });
  return {
    line: 1,
    lines: versions.flatMap(({ image }) => {
      const next = withImage(image, images);
      return next === image
        ? [line('same', image)]
        : [line('removed', image), line('added', next)];
    }),
  };
}

function toSubjectDiff(workload: WorkloadDiff): SubjectDiff {
  const { kind, name, now, next, hunks, problem } = workload;
  const absent = [now, next].some(({ state }) => state === 'absent');
  const note =
    problem ??
    now.reason ??
    next.reason ??
    (absent ? sentence('approval.diff.oneSide') : undefined);
  return {
    cluster: now.cluster ?? next.cluster ?? '',
    object: `${kind}/${name}`,
    ...(hunks && { hunks }),
    ...(note && { note }),
  };
}
