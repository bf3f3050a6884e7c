import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { inParallel } from '../../util/inParallel';
import { ApprovalEngine } from '../engine/ApprovalEngine';
import { FreshRuns } from '../pull/FreshRuns';
import { PullLedger } from '../pull/PullLedger';
import { ApprovalStore } from '../store/ApprovalStore';
import { gateKeyOf } from '../subject/gateKeyOf';
import { LastLooks } from './LastLooks';
import { RequestFollower } from './RequestFollower';
import { RequestRefresher } from './RequestRefresher';
import { RunDrafts } from './RunDrafts';
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
  /** What the platform's configuration calls a person in a source. */
  nativeIds: (source: string, person: { ref: string }) => readonly string[];
  /** Milliseconds; only differences count. */
  now?: () => number;
}

const AT_ONCE = 4;
/** For each kind of work that takes long. What is not begun by then is first in the next round, so that none is late for another. */
const BUDGET_MS = 2_000;

/**
 * Looks once at requests and gates and tells the engine what was seen. Repeats do no harm.
 *
 * @remarks
 * First what is stored of every gate that is asked about, which is quick: that something was decided elsewhere is seen in each
 * round, however many requests are open. Then what takes long, as far as the round's time goes: new requests, tools that are to
 * be asked, and what requests are about.
 */
export class GateRound {
  static create(options: Options): GateRound {
    return new GateRound(options);
  }

  readonly #options: Options;
  readonly #now: () => number;
  readonly #follower: RequestFollower;
  readonly #refresher: RequestRefresher;
  readonly #opened: LastLooks;
  readonly #asked: LastLooks;
  readonly #refreshed: LastLooks;

  private constructor(options: Options) {
    this.#options = options;
    const now = options.now ?? (() => performance.now());
    this.#now = now;
    this.#follower = RequestFollower.create(options);
    this.#refresher = RequestRefresher.create(options);
    this.#opened = LastLooks.create(now);
    this.#asked = LastLooks.create(now);
    this.#refreshed = LastLooks.create(now);
  }

  /** @param only - rows of runs that changed; absent: everything */
  async look(only: { runIds?: Iterable<number> } = {}): Promise<void> {
    const open = await selectOpenRequests(this.#options.knex, only);
    const { waiting, missed } = await this.#follow(open);
    const gates = await this.#openNew(only, open);
    await this.#askAbout(missed);
    await this.#refresh(waiting);
    if (!only.runIds) {
      const ids = new Set(open.map(({ request }) => request.id));
      this.#asked.keep(ids);
      this.#refreshed.keep(ids);
      this.#opened.keep(gates);
    }
  }

  async #follow(open: OpenRequest[]) {
    const newest = await selectNewerRuns(
      this.#options.knex,
      open.flatMap(({ record }) => record?.pipeline.id ?? []),
    );
    const waiting: OpenRequest[] = [];
    const missed: OpenRequest[] = [];
    await inParallel(open, { atOnce: AT_ONCE }, item =>
      this.#quietly(async () => {
        const seen = await this.#follower.follow(item, newest);
        if (seen !== 'done') {
          (seen === 'missed' ? missed : waiting).push(item);
        }
      }),
    );
    return { waiting, missed };
  }

  /** @returns keys of all gates that wait */
  async #openNew(
    only: { runIds?: Iterable<number> },
    open: OpenRequest[],
  ): Promise<Set<string>> {
    const { knex, drafts, engine } = this.#options;
    const known = new Set(open.map(({ request }) => request.gateKey));
    const gates = (await selectWaitingGates(knex, only)).map(waiting => ({
      ...waiting,
      key: gateKeyOf({
        kind: 'gate',
        source: waiting.record.pipeline.source,
        runKey: waiting.record.fact.key,
        gateId: waiting.gate.id,
        gateVersion: waiting.gate.version,
      }),
    }));
    // The engine opens none of a gate that was decided about; to ask it each time would only cost.
    const due = gates.filter(
      ({ key }) => !known.has(key) && this.#opened.isDue(key),
    );
    await this.#inTime(
      this.#opened,
      due,
      ({ key }) => ({ key }),
      async ({ record, gate }) => {
        await engine.open(await drafts.draft(record, { kind: 'gate', gate }));
      },
    );
    return new Set(gates.map(({ key }) => key));
  }

  async #askAbout(missed: OpenRequest[]): Promise<void> {
    await this.#inTime(this.#asked, missed, keyOf, item =>
      this.#follower.missed(item),
    );
  }

  async #refresh(waiting: OpenRequest[]): Promise<void> {
    const due = waiting.filter(({ request, revision }) =>
      this.#refreshed.isDue(request.id, revision),
    );
    await this.#inTime(this.#refreshed, due, keyOf, item =>
      this.#refresher.refresh(item),
    );
  }

  async #inTime<T>(
    looks: LastLooks,
    items: readonly T[],
    of: (item: T) => { key: string; revision?: number },
    work: (item: T) => Promise<void>,
  ): Promise<void> {
    const until = this.#now() + BUDGET_MS;
    const goOn = () => this.#now() < until;
    const turns = looks.inTurn(items, of);
    await inParallel(turns, { atOnce: AT_ONCE, goOn }, item =>
      this.#quietly(async () => {
        const { key, revision } = of(item);
        looks.begun(key, revision);
        await work(item);
        looks.done(key, revision);
      }),
    );
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
}

function keyOf({ request, revision }: OpenRequest) {
  return { key: request.id, revision };
}
