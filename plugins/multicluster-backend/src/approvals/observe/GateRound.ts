import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { ApprovalEngine } from '../engine/ApprovalEngine';
import { Directory } from '../engine/directory/DirectoryFacts';
import { PeopleFirst } from '../engine/PeopleFirst';
import { FreshRuns } from '../pull/FreshRuns';
import { ApprovalStore } from '../store/ApprovalStore';
import { GateOpener } from './GateOpener';
import { LastLooks } from './LastLooks';
import { LookSlices, SliceLimits } from './LookSlices';
import { RequestFollower } from './RequestFollower';
import { RequestRefresher } from './RequestRefresher';
import { RunDrafts } from './RunDrafts';
import { selectNewerRuns } from './selectNewerRuns';
import { OpenRequest, selectOpenRequests } from './selectOpenRequests';
import { OpenStamp, selectOpenStamps } from './selectOpenStamps';
import { SettledRequests } from './SettledRequests';

interface Options {
  knex: Knex;
  store: ApprovalStore;
  engine: ApprovalEngine;
  drafts: RunDrafts;
  fresh: Pick<FreshRuns, 'read'>;
  logger: LoggerService;
  /** Absent: nobody else waits for this process. */
  people?: Pick<PeopleFirst, 'turn'>;
  directory: Pick<Directory, 'read'>;
  /** What the platform's configuration calls a person in a source. */
  nativeIds: (
    source: string,
    person: { ref: string; email?: string },
  ) => readonly string[];
  /** Milliseconds; only differences count. */
  now?: () => number;
}

/** Of the time, for what is stored. */
const FOLLOW_SHARE = 0.5;
/** For each kind of work that takes long. */
const LIMITS: SliceLimits = { budgetMs: 2_000, share: 0.3 };
/** Of more changed runs than that everything is looked at, in slices. */
const MOST_RUNS = 100;

/**
 * Looks once at requests and gates and tells the engine what was seen. Repeats do no harm.
 *
 * @remarks
 * First what is stored of every gate that is asked about, which is quick: that something was decided elsewhere is seen in each
 * round, however many requests are open. Then what takes long, as far as the round's time goes: new requests, tools that are to
 * be asked, and what requests are about. Of all that is open only stamps are read; the rest of it where they changed.
 */
export class GateRound {
  static create(options: Options): GateRound {
    return new GateRound(options);
  }

  readonly #options: Options;
  readonly #slices: LookSlices;
  readonly #follower: RequestFollower;
  readonly #refresher: RequestRefresher;
  readonly #opener: GateOpener;
  readonly #settled = SettledRequests.create();
  readonly #asked: LastLooks;
  readonly #refreshed: LastLooks;

  private constructor(options: Options) {
    this.#options = options;
    const now = options.now ?? (() => performance.now());
    this.#slices = LookSlices.create({ ...options, now });
    this.#follower = RequestFollower.create(options);
    this.#refresher = RequestRefresher.create(options);
    this.#opener = GateOpener.create({ ...options, slices: this.#slices, now });
    this.#asked = LastLooks.create(now);
    this.#refreshed = LastLooks.create(now);
  }

  /** @param only - rows of runs that changed; absent: everything */
  async look(only: { runIds?: Iterable<number> } = {}): Promise<void> {
    const runIds = only.runIds && new Set(only.runIds);
    await this.#options.people?.turn();
    await (runIds && runIds.size <= MOST_RUNS
      ? this.#lookAt(runIds)
      : this.#lookAtAll());
  }

  async #lookAt(runIds: ReadonlySet<number>): Promise<void> {
    const open = await selectOpenRequests(this.#options.knex, { runIds });
    const newest = await selectNewerRuns(
      this.#options.knex,
      open.flatMap(({ record }) => record?.pipeline.id ?? []),
    );
    const waiting: OpenRequest[] = [];
    const missed: OpenRequest[] = [];
    await this.#slices.each(open, async item => {
      const seen = await this.#follower.follow(item, newest);
      if (seen === 'waits') {
        waiting.push(item);
      } else if (seen === 'missed') {
        missed.push(item);
      }
    });
    await this.#opener.open(
      new Set(open.map(({ request }) => request.gateKey)),
      { runIds },
    );
    await this.#askAbout(missed);
    await this.#refresh(
      waiting.map(({ request, revision }) => ({ id: request.id, revision })),
    );
  }

  async #lookAtAll(): Promise<void> {
    const stamps = await selectOpenStamps(this.#options.knex);
    const ids = new Set(stamps.map(({ id }) => id));
    const missed = await this.#followAll(stamps);
    await this.#opener.open(new Set(stamps.map(({ gateKey }) => gateKey)));
    await this.#askAbout(missed);
    await this.#refresh(
      stamps.filter(stamp => this.#settled.as(stamp) === 'waits'),
    );
    this.#settled.keep(ids);
    this.#asked.keep(ids);
    this.#refreshed.keep(ids);
  }

  /** @returns those that what is stored does not have */
  async #followAll(stamps: OpenStamp[]): Promise<OpenRequest[]> {
    const { knex } = this.#options;
    const newest = await selectNewerRuns(
      knex,
      stamps.flatMap(({ newerOf }) => newerOf?.pipelineId ?? []),
    );
    const isNewer = ({ newerOf }: OpenStamp) =>
      newerOf !== undefined &&
      newest.get(newerOf.pipelineId)! > newerOf.createdAt;
    const stampOf = new Map(stamps.map(stamp => [stamp.id, stamp]));
    const changed = stamps.filter(
      stamp => stamp.halted || isNewer(stamp) || !this.#settled.as(stamp),
    );
    const missed: OpenRequest[] = [];
    await this.#slices.all(changed, FOLLOW_SHARE, async slice => {
      const open = await selectOpenRequests(knex, {
        ids: slice.map(({ id }) => id),
      });
      await this.#slices.each(open, async item => {
        const seen = await this.#follower.follow(item, newest);
        if (seen === 'missed') {
          missed.push(item);
        } else if (seen !== 'told') {
          this.#settled.settle(stampOf.get(item.request.id)!, seen);
        }
      });
    });
    return missed;
  }

  async #askAbout(missed: OpenRequest[]): Promise<void> {
    const of = ({ request, revision }: OpenRequest) => ({
      key: request.id,
      revision,
    });
    await this.#slices.inTurn(
      { ...LIMITS, looks: this.#asked, of },
      missed,
      async () => item => this.#follower.missed(item),
    );
  }

  async #refresh(
    waiting: ReadonlyArray<{ id: string; revision?: number }>,
  ): Promise<void> {
    const due = waiting.filter(({ id, revision }) =>
      this.#refreshed.isDue(id, revision),
    );
    const of = ({ id, revision }: (typeof due)[number]) => ({
      key: id,
      revision,
    });
    await this.#slices.inTurn(
      { ...LIMITS, looks: this.#refreshed, of },
      due,
      async slice => {
        const ids = slice.map(({ id }) => id);
        const open = await selectOpenRequests(this.#options.knex, { ids });
        const refresh = await this.#refresher.begin(open);
        const found = new Map(open.map(item => [item.request.id, item]));
        return async ({ id }) => {
          const item = found.get(id);
          if (item) {
            await refresh(item);
          }
        };
      },
    );
  }
}
