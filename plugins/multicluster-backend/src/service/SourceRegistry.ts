import { DeliverySource } from '@fairway/backstage-plugin-multicluster-node';
import { ConflictError } from '@backstage/errors';
import { KnownSource } from './KnownSource';

/** A source whose configuration cannot be used. */
export interface BrokenSource {
  id: string;
  type: string;
  configKey: string;
  reason: string;
}

/** Sources as the modules added them. */
export class SourceRegistry {
  readonly #sources = new Map<string, DeliverySource>();
  readonly #broken = new Map<string, BrokenSource>();

  add(source: DeliverySource): void {
    if (this.#sources.has(source.id)) {
      throw new ConflictError(
        `Two sources are called '${source.id}'; a source's name must be its own`,
      );
    }
    this.#sources.set(source.id, source);
  }

  addBroken(source: BrokenSource): void {
    this.#broken.set(source.id, source);
  }

  get(id: string): DeliverySource | undefined {
    return this.#sources.get(id);
  }

  get all(): DeliverySource[] {
    return [...this.#sources.values()];
  }

  get broken(): BrokenSource[] {
    return [...this.#broken.values()].filter(
      item => !this.#sources.has(item.id),
    );
  }

  get known(): KnownSource[] {
    return [
      ...this.all.map(({ id, type, fleet, runs }) => ({
        id,
        type,
        ...(runs && { runs: true }),
        ...(runs && !fleet && { runsOnly: true }),
      })),
      ...this.broken.map(({ id, type, configKey, reason }) => ({
        id,
        type,
        broken: { configKey, reason },
      })),
    ];
  }
}
