import { ApprovalKind } from '@fairway/backstage-plugin-multicluster-common';
import { StepPlanner } from '../engine/StepPlanner';
import { PlannedStep } from '../model/StepRecord';
import { RequestRecord } from '../model/RequestRecord';
import { VoteRecord } from '../model/VoteRecord';
import { DeliveryAdapter } from './DeliveryAdapter';

/** The adapter of each kind of request. */
export class AdapterRegistry implements StepPlanner {
  readonly #adapters = new Map<ApprovalKind, DeliveryAdapter>();

  static create(): AdapterRegistry {
    return new AdapterRegistry();
  }

  private constructor() {}

  add(kind: ApprovalKind, adapter: DeliveryAdapter): this {
    this.#adapters.set(kind, adapter);
    return this;
  }

  /** Throws when nothing delivers that kind: a decision that could never have an effect is not to be sealed. */
  of(kind: ApprovalKind): DeliveryAdapter {
    const adapter = this.#adapters.get(kind);
    if (!adapter) {
      throw new Error(`Nothing delivers requests of the kind '${kind}'`);
    }
    return adapter;
  }

  plan(request: RequestRecord, votes: VoteRecord[]): PlannedStep[] {
    return this.of(request.kind).plan(request, votes);
  }
}
