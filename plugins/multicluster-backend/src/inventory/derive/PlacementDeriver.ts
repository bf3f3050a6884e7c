import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { ArtifactVersion } from '@fairway/backstage-plugin-multicluster-common';
import {
  DerivedPlacement,
  DeriveInput,
  FleetFacet,
  PolicyFact,
} from '@fairway/backstage-plugin-multicluster-node';
import { FleetReader } from '../store/FleetReader';
import { GenerationRow } from '../store/GenerationRow';
import { PlacementRow, TargetRow } from '../store/rows';
import { WritePlan } from '../store/WritePlan';
import { contentsOf } from './contentsOf';
import { DeriveItem } from './DeriveItem';
import { diffPlacement } from './diffPlacement';
import { OverrideLanes } from './OverrideLanes';
import { underivable } from './underivable';

type Images = Map<number, GenerationRow[]>;

/** Brings everything together that the state rules of a source look at, and adds what comes out differently to a plan. */
export class PlacementDeriver {
  static create(options: {
    facet: Pick<FleetFacet, 'derive'>;
    reader: FleetReader;
    logger: LoggerService;
    overrideLanes: OverrideLanes;
    now(): number;
  }) {
    return new PlacementDeriver(options);
  }

  readonly #facet: Pick<FleetFacet, 'derive'>;
  readonly #reader: FleetReader;
  readonly #logger: LoggerService;
  readonly #overrideLanes: OverrideLanes;
  readonly #now: () => number;
  readonly #overrides = new Map<string, PolicyFact[]>();
  #failures = 0;

  private constructor(options: {
    facet: Pick<FleetFacet, 'derive'>;
    reader: FleetReader;
    logger: LoggerService;
    overrideLanes: OverrideLanes;
    now(): number;
  }) {
    this.#facet = options.facet;
    this.#reader = options.reader;
    this.#logger = options.logger;
    this.#overrideLanes = options.overrideLanes;
    this.#now = options.now;
  }

  /** Override policies are kept in memory between batches; one of them was written. */
  forgetOverrides(): void {
    this.#overrides.clear();
  }

  /** Derives the items. `quiet`: this is the first time anybody looks, so nothing of it is a change. */
  async derive(
    plan: WritePlan,
    items: DeriveItem[],
    options: { quiet: boolean },
  ): Promise<void> {
    const known = items.flatMap(({ row }) => (row ? [row.id] : []));
    const targets = await this.#reader.targets(known);
    const withTemplate = items.flatMap(({ workload, workloadFact }) =>
      workloadFact && workload.id ? [workload.id] : [],
    );
    const images = await this.#reader.images(withTemplate);
    // What the template was until this very batch is not stored yet, and what runs it may not change again for a long time.
    addPlanned(images, plan);
    const now = this.#now();
    const overridesUnread = await this.#overrideLanes.unread();
    for (const item of items) {
      const overrides = {
        overrides: await this.#overridesOf(item.workload.namespace),
        ...(overridesUnread && { overridesUnread }),
      };
      const rows = (item.row && targets.get(item.row.id)) ?? [];
      const previous = item.row && toDerived(item.row, rows);
      const derived = this.#deriveOne(item, images, overrides, previous, now);
      const past = images.get(item.workload.id ?? 0) ?? [];
      const stored = {
        targets: rows,
        previous,
        contents: contentsOf(item, past),
      };
      diffPlacement(plan, item, derived, stored, { now, quiet: options.quiet });
    }
  }

  #deriveOne(
    item: DeriveItem,
    images: Images,
    overrides: Pick<DeriveInput, 'overrides' | 'overridesUnread'>,
    previous: DerivedPlacement | undefined,
    now: number,
  ): DerivedPlacement {
    try {
      return this.#facet.derive({
        placement: item.fact,
        workload: item.workloadFact,
        ...overrides,
        imagesByGeneration: imagesOf(item, images),
        previous,
        now,
      });
    } catch (error) {
      this.#failures += 1;
      // One object that breaks the rules must not stop the others, nor fill the log.
      if (this.#failures <= 10) {
        this.#logger.error(
          `No state could be derived for ${item.fact.key}: ${stringifyError(
            error,
          )}`,
        );
      }
      return underivable(item.fact, previous);
    }
  }

  async #overridesOf(namespace: string): Promise<PolicyFact[]> {
    const own = await this.#overridesIn(namespace);
    return namespace === '' ? own : [...own, ...(await this.#overridesIn(''))];
  }

  async #overridesIn(namespace: string): Promise<PolicyFact[]> {
    let found = this.#overrides.get(namespace);
    if (!found) {
      const facts = await this.#reader.overrides(namespace);
      found = facts.map(fact => JSON.parse(fact));
      this.#overrides.set(namespace, found);
    }
    return found;
  }
}

function toDerived(row: PlacementRow, targets: TargetRow[]): DerivedPlacement {
  return {
    ...JSON.parse(row.derived),
    targets: targets.map(target => JSON.parse(target.derived)),
    ...(row.recheck_at !== null && { recheckAt: row.recheck_at }),
  };
}

function imagesOf(
  { workload, workloadFact }: DeriveItem,
  images: Images,
): Map<number, ArtifactVersion[]> {
  const found = new Map<number, ArtifactVersion[]>();
  if (!workloadFact) {
    return found;
  }
  for (const row of images.get(workload.id ?? 0) ?? []) {
    // Generations count from 1 again in the next incarnation.
    if (row.uid === workloadFact.uid) {
      found.set(row.generation, JSON.parse(row.images));
    }
  }
  if (workloadFact.imagesKnown && workloadFact.generation !== undefined) {
    found.set(workloadFact.generation, workloadFact.images);
  }
  return found;
}

function addPlanned(images: Images, { images: planned }: WritePlan): void {
  for (const {
    workload,
    uid,
    generation,
    settings = null,
    ...row
  } of planned) {
    const { id = 0 } = workload;
    const others = (images.get(id) ?? []).filter(
      stored => stored.uid !== uid || stored.generation !== generation,
    );
    images.set(id, [{ uid, generation, settings, ...row }, ...others]);
  }
}
