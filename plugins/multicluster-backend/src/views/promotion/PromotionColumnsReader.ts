import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  ANNOTATION_ENVIRONMENTS,
  EntityMatchExplanation,
} from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { SourceRegistry } from '../../service/SourceRegistry';
import { Environments } from '../platform/Environments';
import { narrowedEnvironments } from '../platform/narrowedEnvironments';
import { EntityRows } from './EntityRows';
import { EntityRowsReader } from './EntityRowsReader';
import { PromotionColumn } from './PromotionColumn';
import { PromotionScope } from './PromotionScope';
import { selectVersionChanges } from './read/selectVersionChanges';
import { imageNames } from './rules/imageNames';
import { ScopeRequest } from './ScopeRequest';
import { toColumn } from './toColumn';
import { toScopes } from './toScopes';

interface Options {
  knex: Knex;
  rows: EntityRowsReader;
  sources: SourceRegistry;
  environments: Environments;
  /** Requests for approval about an entity. */
  requests: (entityRef: string) => Promise<ScopeRequest[]>;
}

/** The environments of an entity, each with what is in it, and what they were made from. */
export interface PromotionColumns {
  columns: PromotionColumn[];
  rows: EntityRows;
  match: EntityMatchExplanation;
  narrowed: ReturnType<typeof narrowedEnvironments>;
  /** As of toScopes. */
  outside: number;
  unassigned: number;
}

/** Reads {@link PromotionColumns} from the stored rows. */
export class PromotionColumnsReader {
  readonly #options: Options;

  static create(options: Options): PromotionColumnsReader {
    return new PromotionColumnsReader(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** @param show - `runs`: nothing that clusters say */
  async read(
    entity: Entity,
    show: 'all' | 'runs' = 'all',
  ): Promise<PromotionColumns> {
    const { environments, sources } = this.#options;
    const { rows, match } = await this.#options.rows.read(entity);
    const narrowed = narrowedEnvironments(
      environments.order,
      entity.metadata.annotations?.[ANNOTATION_ENVIRONMENTS],
    );
    const { scopes, ...outside } = toScopes(
      rows,
      narrowed.environments,
      environments,
      sources,
      show,
    );
    const columns = await this.#columns(
      await this.#withRequests(scopes, stringifyEntityRef(entity)),
    );
    return { columns, rows, match, narrowed, ...outside };
  }

  async #withRequests(
    scopes: PromotionScope[],
    entityRef: string,
  ): Promise<PromotionScope[]> {
    const requests = await this.#options.requests(entityRef);
    return scopes.map(scope => ({
      ...scope,
      requests: requests.filter(item => item.environments.includes(scope.name)),
    }));
  }

  async #columns(scopes: PromotionScope[]): Promise<PromotionColumn[]> {
    const targets = scopes.flatMap(scope => scope.targets);
    const names = imageNames(
      targets.flatMap(({ versions }) => versions.map(({ image }) => image)),
    );
    const changes = await selectVersionChanges(this.#options.knex, [
      ...new Set(targets.map(({ placementId }) => placementId)),
    ]);
    return scopes.map(scope => toColumn(scope, names, changes));
  }
}
