import {
  SourceList,
  SourceStatus,
} from '@fairway/backstage-plugin-multicluster-common';
import { Inventory, InventorySourceStatus } from '../../inventory/Inventory';
import { SourceRegistry } from '../../service/SourceRegistry';
import { SourceService } from '../../service/SourceService';
import { FleetHealthReader } from '../health/FleetHealthReader';
import { LaneHealth, SourceHealth } from '../health/SourceHealth';
import { toIso } from '../toIso';

/** Tells how well the sources are read, broken ones included. */
export class DefaultSourceService implements SourceService {
  readonly #health: FleetHealthReader;
  readonly #inventory: Pick<Inventory, 'sourceStatus'>;
  readonly #sources: SourceRegistry;

  static create(options: {
    health: FleetHealthReader;
    inventory: Pick<Inventory, 'sourceStatus'>;
    sources: SourceRegistry;
  }): SourceService {
    return new DefaultSourceService(options);
  }

  private constructor(options: {
    health: FleetHealthReader;
    inventory: Pick<Inventory, 'sourceStatus'>;
    sources: SourceRegistry;
  }) {
    this.#health = options.health;
    this.#inventory = options.inventory;
    this.#sources = options.sources;
  }

  async list(): Promise<SourceList> {
    const [health, notes] = await Promise.all([
      this.#health.read('all'),
      this.#inventory.sourceStatus(),
    ]);
    return {
      items: health.sources.map(source =>
        this.#toStatus(
          source,
          notes.find(item => item.id === source.id),
        ),
      ),
    };
  }

  #toStatus(
    health: SourceHealth,
    notes: InventorySourceStatus | undefined,
  ): SourceStatus {
    const source = this.#sources.get(health.id);
    return {
      id: health.id,
      type: health.type,
      ...(source?.title && { title: source.title }),
      state: health.state,
      facts: notes?.facts ?? [],
      lanes: health.lanes.map(toLane),
      problems: health.problems,
      ...(notes?.missingRbac && { missingRbac: notes.missingRbac }),
      capabilities: [
        ...(source?.detail?.capabilities() ?? []),
        ...(source?.runs?.capabilities() ?? []),
      ],
    };
  }
}

function toLane(lane: LaneHealth): SourceStatus['lanes'][number] {
  return {
    name: lane.name,
    state: lane.state,
    objects: lane.objects,
    ...(lane.contactAt !== undefined && { contactAt: toIso(lane.contactAt) }),
    ...(lane.lagSeconds !== undefined && { lagSeconds: lane.lagSeconds }),
    relists: lane.relists,
    errors: lane.errors,
    ...(lane.problem && { problem: lane.problem }),
  };
}
