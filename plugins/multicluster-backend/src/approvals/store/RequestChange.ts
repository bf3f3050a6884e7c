import { JsonObject } from '@backstage/types';
import { TrailAction } from '@fairway/backstage-plugin-multicluster-common';
import { RequestSnapshot } from '../engine/ApprovalEngine';
import { AuditDraft } from '../audit/AuditDraft';
import { DeliveryRecord } from '../model/DeliveryRecord';
import { RequestRecord } from '../model/RequestRecord';
import { StepRecord } from '../model/StepRecord';
import { VoteRecord } from '../model/VoteRecord';
import { StoredSnapshot } from './selectSnapshot';

/** What a change has to write, in the order in which it is written. */
export interface PendingWrites {
  /** The version that the row must still have. */
  fromVersion: number;
  request: boolean;
  entities: boolean;
  changedVotes: VoteRecord[];
  newVotes: Array<{ vote: VoteRecord; evidence?: JsonObject }>;
  /** Decisions before the new one: they free its place in the index. */
  changedDeliveries: DeliveryRecord[];
  changedSteps: StepRecord[];
  newDelivery?: DeliveryRecord;
  newSteps: StepRecord[];
  audit: AuditDraft[];
}

/**
 * A request in the hands of one transaction: everything is changed here first and written at once at the end, so that nothing
 * can be written of a change that throws half way.
 */
export class RequestChange {
  static of(stored: StoredSnapshot, now: number): RequestChange {
    return new RequestChange(stored, now);
  }

  /** By the clock of the database, the same for everything in the transaction. */
  readonly now: number;
  readonly #fromVersion: number;
  readonly #votes = new Map<string, VoteRecord>();
  readonly #changedVotes = new Set<string>();
  readonly #newVotes = new Map<string, JsonObject | undefined>();
  readonly #steps = new Map<string, StepRecord>();
  readonly #changedSteps = new Set<string>();
  readonly #touchedSteps = new Set<string>();
  readonly #replaced: DeliveryRecord[] = [];
  readonly #replacedSteps: StepRecord[] = [];
  readonly #audit: AuditDraft[] = [];
  #request: RequestRecord;
  #delivery?: DeliveryRecord;
  #requestChanged = false;
  #entitiesChanged = false;
  #deliveryIs: 'stored' | 'changed' | 'new' = 'stored';

  private constructor(stored: StoredSnapshot, now: number) {
    this.now = now;
    this.#request = stored.request;
    this.#fromVersion = stored.request.version;
    this.#delivery = stored.delivery;
    stored.votes.forEach(vote => this.#votes.set(vote.id, vote));
    stored.steps.forEach(step => this.#steps.set(step.id, step));
  }

  get request(): RequestRecord {
    return this.#request;
  }

  get delivery(): DeliveryRecord | undefined {
    return this.#delivery;
  }

  /** Of every generation. */
  get votes(): VoteRecord[] {
    return [...this.#votes.values()];
  }

  /** Those that count now, in the order of casting. */
  get counted(): VoteRecord[] {
    return this.votes.filter(
      ({ status, generation }) =>
        status === 'counted' && generation === this.#request.generation,
    );
  }

  get steps(): StepRecord[] {
    return [...this.#steps.values()].sort((a, b) => a.ordinal - b.ordinal);
  }

  step(id: string): StepRecord | undefined {
    return this.#steps.get(id);
  }

  update(patch: Partial<RequestRecord>): void {
    this.#request = { ...this.#request, ...patch };
    this.#requestChanged = true;
    this.#entitiesChanged ||= patch.entities !== undefined;
  }

  addVote(vote: VoteRecord, evidence?: JsonObject): void {
    this.#votes.set(vote.id, vote);
    this.#newVotes.set(vote.id, evidence);
  }

  updateVote(id: string, patch: Pick<VoteRecord, 'status' | 'reason'>): void {
    this.#votes.set(id, { ...this.#votes.get(id)!, ...patch });
    this.#changedVotes.add(id);
  }

  addDelivery(delivery: DeliveryRecord, steps: StepRecord[]): void {
    if (this.#delivery && this.#deliveryIs === 'changed') {
      this.#replaced.push(this.#delivery);
      this.#flushSteps();
    }
    this.#delivery = delivery;
    this.#deliveryIs = 'new';
    this.#steps.clear();
    steps.forEach(step => this.#steps.set(step.id, step));
  }

  updateDelivery(patch: Partial<DeliveryRecord>): void {
    this.#delivery = { ...this.#delivery!, ...patch };
    this.#deliveryIs = this.#deliveryIs === 'new' ? 'new' : 'changed';
  }

  updateStep(id: string, patch: Partial<StepRecord>): void {
    this.#steps.set(id, { ...this.#steps.get(id)!, ...patch });
    this.#changedSteps.add(id);
  }

  /**
   * Changes what only workers look at: leases, when to look again. The request keeps its version, or whoever looks at one that is
   * being delivered could never act on it.
   */
  touchStep(id: string, patch: Partial<StepRecord>): void {
    this.#steps.set(id, { ...this.#steps.get(id)!, ...patch });
    this.#touchedSteps.add(id);
  }

  /** Adds an entry to the trail; the request and its environment are filled in. */
  note(
    draft: Pick<AuditDraft, 'actor' | 'payload'> & { action: TrailAction },
  ): void {
    const { id, environment } = this.#request;
    this.#audit.push({ ...draft, requestId: id, environment });
  }

  snapshot(): RequestSnapshot {
    return {
      request: this.#request,
      votes: this.votes,
      steps: this.steps,
      readAt: this.now,
    };
  }

  #flushSteps(): void {
    this.#replacedSteps.push(...this.#stepsToWrite());
    this.#changedSteps.clear();
    this.#touchedSteps.clear();
  }

  /** What is to be written; the version of the request has grown by then, if anything is. Undefined: nothing changed. */
  pending(): PendingWrites | undefined {
    const touched =
      this.#requestChanged ||
      this.#newVotes.size + this.#changedVotes.size + this.#changedSteps.size >
        0 ||
      this.#deliveryIs !== 'stored';
    if (!touched) {
      const quiet = this.#audit.length + this.#touchedSteps.size > 0;
      return quiet ? this.#writes(false) : undefined;
    }
    this.#request = {
      ...this.#request,
      version: this.#fromVersion + 1,
      updatedAt: this.now,
    };
    return this.#writes(true);
  }

  #stepsToWrite(): StepRecord[] {
    return [...new Set([...this.#changedSteps, ...this.#touchedSteps])].map(
      id => this.#steps.get(id)!,
    );
  }

  #writes(request: boolean): PendingWrites {
    const isNew = this.#deliveryIs === 'new';
    return {
      fromVersion: this.#fromVersion,
      request,
      entities: this.#entitiesChanged,
      changedVotes: [...this.#changedVotes]
        .filter(id => !this.#newVotes.has(id))
        .map(id => this.#votes.get(id)!),
      newVotes: [...this.#newVotes].map(([id, evidence]) => ({
        vote: this.#votes.get(id)!,
        evidence,
      })),
      changedDeliveries: [
        ...this.#replaced,
        ...(this.#deliveryIs === 'changed' ? [this.#delivery!] : []),
      ],
      changedSteps: [
        ...this.#replacedSteps,
        ...(isNew ? [] : this.#stepsToWrite()),
      ],
      ...(isNew && { newDelivery: this.#delivery }),
      newSteps: isNew ? this.steps : [],
      audit: this.#audit,
    };
  }
}
