import { LoggerService } from '@backstage/backend-plugin-api';
import { gatesOf } from '@fairway/backstage-plugin-multicluster-node';
import { Knex } from 'knex';
import { FreshRuns } from '../pull/FreshRuns';
import { PullLedger } from '../pull/PullLedger';
import { ApprovalEngine } from '../engine/ApprovalEngine';
import { RequestRecord } from '../model/RequestRecord';
import { ApprovalStore } from '../store/ApprovalStore';
import { gateKeyOf } from '../subject/gateKeyOf';
import { eventOfGate } from './eventOfGate';
import { eventOfPull } from './eventOfPull';
import { GateEvent } from './GateEvent';
import { refreshRequest } from './refreshRequest';
import { DraftGate, RunDrafts } from './RunDrafts';
import { selectNewerRuns } from './selectNewerRuns';
import { OpenRequest, selectOpenRequests } from './selectOpenRequests';
import { selectWaitingGates } from './selectWaitingGates';

interface Options {
  knex: Knex;
  store: ApprovalStore;
  engine: ApprovalEngine;
  drafts: RunDrafts;
  fresh: Pick<FreshRuns, 'read'>;
  ledger: PullLedger;
  logger: LoggerService;
  /** Milliseconds; only differences count. */
  now?: () => number;
}

/** On their way: what is seen of their gates is the worker's to judge, who knows what was sent. */
const TAKEN_UP: RequestRecord['state'][] = ['delivering', 'unknown', 'halted'];
/** What is known to be so is not worked out again while nothing of its run changed. */
const AGAIN_MS = 60_000;

/** Looks once at requests and gates and tells the engine what was seen. Repeats do no harm. */
export class GateRound {
  static create(options: Options): GateRound {
    return new GateRound(options);
  }

  readonly #options: Options;
  readonly #now: () => number;
  /** When, and at which state of its run, a request or a gate was worked out last. */
  readonly #done = new Map<string, { revision?: number; at: number }>();

  private constructor(options: Options) {
    this.#options = options;
    this.#now = options.now ?? (() => performance.now());
  }

  /** @param only - rows of runs that changed; absent: everything */
  async look(only: { runIds?: Iterable<number> } = {}): Promise<void> {
    const { knex } = this.#options;
    const open = await selectOpenRequests(knex, only);
    const newest = await selectNewerRuns(
      knex,
      open.flatMap(({ record }) => record?.pipeline.id ?? []),
    );
    for (const item of open) {
      await this.#quietly(() => this.#follow(item, newest));
    }
    await this.#openNew(
      only,
      new Set(open.map(({ request }) => request.gateKey)),
    );
    if (!only.runIds) {
      this.#forget();
    }
  }

  /** One that cannot be followed keeps nobody from following the others. */
  async #quietly(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#options.logger.warn(
        'A gate could not be followed; it is looked at again',
        error instanceof Error ? error : undefined,
      );
    }
  }

  async #follow(
    item: OpenRequest,
    newest: ReadonlyMap<number, number>,
  ): Promise<void> {
    const { engine } = this.#options;
    const { request, record } = item;
    if (TAKEN_UP.includes(request.state)) {
      return;
    }
    const event = await this.#eventOf(item);
    switch (event.type) {
      case 'gone':
        await this.#missed(item, event);
        return;
      case 'decided':
        await engine.decidedElsewhere(request.id, event);
        return;
      case 'ended':
        await engine.endedUndecided(request.id, event);
        return;
      case 'waits':
        break;
      default:
        return;
    }
    if (request.missingSince !== undefined) {
      await engine.gateSeen(request.id);
    }
    const newer = record && newest.get(record.pipeline.id);
    // A gate of a tool that nobody can close from here would stay open there, and the newer run behind it.
    if (request.kind === 'pull' && record && newer! > record.createdAt) {
      await engine.superseded(request.id);
    }
    await this.#bringUpToDate(item);
  }

  async #eventOf({ request, record }: OpenRequest): Promise<GateEvent> {
    return request.kind === 'pull'
      ? eventOfPull(
          record?.derived,
          await this.#options.ledger.read(request.id),
        )
      : eventOfGate(request, record?.derived);
  }

  /** What is stored does not have it: the tool is asked before that counts as a read that did not find it. */
  async #missed(
    { request, record }: OpenRequest,
    event: GateEvent & { type: 'gone' },
  ): Promise<void> {
    const { engine, fresh } = this.#options;
    if (record && request.kind === 'gate') {
      const run = await fresh.read(record);
      if (run && eventOfGate(request, run).type !== 'gone') {
        return;
      }
    }
    await engine.gateGone(request.id, { sentence: event.sentence });
  }

  async #bringUpToDate({
    request,
    record,
    revision,
  }: OpenRequest): Promise<void> {
    const { drafts, engine, store } = this.#options;
    const gate = record && (await this.#gateOf(request, record));
    if (!gate || !this.#isDue(request.id, revision)) {
      return;
    }
    const draft = await drafts.draft(record, gate, request);
    if (draft.subjectDigest !== request.subjectDigest) {
      await engine.subjectChanged(request.id, {
        ...draft,
        refusal: draft.refusal ?? null,
      });
    } else {
      await refreshRequest(store, request.id, draft);
    }
    this.#done.set(request.id, { revision, at: this.#now() });
  }

  async #gateOf(
    request: RequestRecord,
    { derived }: NonNullable<OpenRequest['record']>,
  ): Promise<DraftGate | undefined> {
    if (request.kind === 'pull') {
      const entry = await this.#options.ledger.read(request.id);
      const name = request.gateId ?? '';
      return {
        kind: 'pull',
        name,
        ...(entry && { stageId: entry.stageId }),
      };
    }
    const gate = gatesOf(derived).find(({ id }) => id === request.gateId);
    return gate && { kind: 'gate', gate };
  }

  async #openNew(
    only: { runIds?: Iterable<number> },
    open: ReadonlySet<string>,
  ): Promise<void> {
    const { knex, drafts, engine } = this.#options;
    for (const { record, gate } of await selectWaitingGates(knex, only)) {
      const key = gateKeyOf({
        kind: 'gate',
        source: record.pipeline.source,
        runKey: record.fact.key,
        gateId: gate.id,
        gateVersion: gate.version,
      });
      // The engine opens none of a gate that was decided about; to ask it each time would only cost.
      if (!open.has(key) && this.#isDue(key, undefined)) {
        await this.#quietly(async () => {
          await engine.open(await drafts.draft(record, { kind: 'gate', gate }));
          this.#done.set(key, { at: this.#now() });
        });
      }
    }
  }

  #isDue(key: string, revision: number | undefined): boolean {
    const done = this.#done.get(key);
    return (
      !done || done.revision !== revision || this.#now() - done.at >= AGAIN_MS
    );
  }

  #forget(): void {
    for (const [key, { at }] of this.#done) {
      if (this.#now() - at >= 2 * AGAIN_MS) {
        this.#done.delete(key);
      }
    }
  }
}
