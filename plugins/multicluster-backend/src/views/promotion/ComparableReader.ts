import { Entity } from '@backstage/catalog-model';
import { ANNOTATION_ENVIRONMENTS } from '@fairway/backstage-plugin-multicluster-common';
import { SourceRegistry } from '../../service/SourceRegistry';
import { badInput } from '../../util/codedErrors';
import { Environments } from '../platform/Environments';
import { narrowedEnvironments } from '../platform/narrowedEnvironments';
import { ComparableWorkload } from './ComparableWorkload';
import { EntityRowsReader } from './EntityRowsReader';
import { PromotionScope } from './PromotionScope';
import { comparableWorkloads } from './rules/comparableWorkloads';
import { toScopes } from './toScopes';

interface Options {
  rows: EntityRowsReader;
  sources: SourceRegistry;
  environments: Environments;
}

/** What there is to compare between two environments of an entity, from the stored rows alone. */
export interface Comparable {
  workloads: ComparableWorkload[];
  /** Why an environment is not known to have nothing else. */
  unread: { now: PromotionScope['unread']; next: PromotionScope['unread'] };
}

/** Reads {@link Comparable}. */
export class ComparableReader {
  readonly #options: Options;

  static create(options: Options): ComparableReader {
    return new ComparableReader(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** Throws an InputError for what is no environment of the entity. */
  async read(
    entity: Entity,
    { from, to }: { from: string; to: string },
  ): Promise<Comparable> {
    const { environments, sources } = this.#options;
    const shown = narrowedEnvironments(
      environments.order,
      entity.metadata.annotations?.[ANNOTATION_ENVIRONMENTS],
    ).environments;
    const unknown = [from, to].find(
      name => !shown.some(environment => environment.name === name),
    );
    if (unknown !== undefined || from === to) {
      throw badInput(
        'environment-unknown',
        `Two environments of the entity are compared, '${
          unknown ?? from
        }' is none or named twice`,
      );
    }
    const { rows } = await this.#options.rows.read(entity);
    const { scopes } = toScopes(rows, shown, environments, sources);
    const [next, now] = [from, to].map(
      name => scopes.find(scope => scope.name === name)!,
    );
    return {
      workloads: comparableWorkloads(now.targets, next.targets),
      unread: { now: now.unread, next: next.unread },
    };
  }
}
