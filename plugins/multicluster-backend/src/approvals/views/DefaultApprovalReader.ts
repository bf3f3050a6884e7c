import {
  ApprovalDetails,
  ApprovalItem,
  ApprovalList,
} from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import {
  ApprovalListRequest,
  ApprovalReader,
  Viewer,
} from '../../service/ApprovalService';
import { ViewBody } from '../../service/ViewBody';
import { FleetHealthReader } from '../../views/health/FleetHealthReader';
import { RequestSnapshot } from '../engine/ApprovalEngine';
import { ApprovalClock } from '../store/DatabaseClock';
import { ApprovalCondition } from './ApprovalCondition';
import { changedSince } from './changedSince';
import { coverageOfApprovals } from './coverageOfApprovals';
import { ItemReader } from './ItemReader';
import { OpenRequestBook } from './OpenRequestBook';
import { readInbox } from './readInbox';
import { selectHolding } from './selectHolding';
import { selectTrail } from './selectTrail';
import { ViewerReader } from './ViewerReader';

interface Options {
  knex: Knex;
  clock: ApprovalClock;
  health: Pick<FleetHealthReader, 'read'>;
  items: ItemReader;
  viewers: ViewerReader;
}

/** {@inheritDoc ApprovalReader} */
export class DefaultApprovalReader implements ApprovalReader {
  static create(options: Options): DefaultApprovalReader {
    return new DefaultApprovalReader(options);
  }

  readonly #options: Options;
  readonly #open: OpenRequestBook;

  private constructor(options: Options) {
    this.#options = options;
    this.#open = OpenRequestBook.create(options.knex);
  }

  async list(
    request: ApprovalListRequest & { only: ApprovalCondition },
    viewer: Viewer,
  ): Promise<ViewBody<ApprovalList>> {
    const { knex, health, items } = this.#options;
    const looking = await this.#looking(viewer);
    const grounds = { knex, open: this.#open };
    const inbox = await readInbox(grounds, request, looking);
    const [shown, lanes] = await Promise.all([
      items.read(inbox.ids, { ...looking, only: request.only }),
      health.read('all'),
    ]);
    const coverage = coverageOfApprovals(inbox.total, lanes);
    return {
      ...(coverage.oldest && { observedAt: coverage.oldest }),
      coverage,
      items: shown,
      total: inbox.total,
      ...(inbox.mine !== undefined && { mine: inbox.mine }),
      ...(inbox.nextCursor && { nextCursor: inbox.nextCursor }),
    };
  }

  async approval(
    request: { id: string; since?: number; only: ApprovalCondition },
    viewer: Viewer,
  ): Promise<ViewBody<ApprovalDetails> | undefined> {
    const { knex, health } = this.#options;
    const item = await this.item(request, viewer);
    if (!item) {
      return undefined;
    }
    const [trail, lanes] = await Promise.all([
      selectTrail(knex, request.id),
      health.read('all'),
    ]);
    const changed =
      request.since !== undefined && request.since < item.request.generation
        ? changedSince(item.request.subject, trail, request.since)
        : undefined;
    const coverage = coverageOfApprovals(1, lanes);
    return {
      ...(coverage.oldest && { observedAt: coverage.oldest }),
      coverage,
      item,
      ...(changed && { changed }),
      trail,
    };
  }

  async item(
    { id, only }: { id: string; only: ApprovalCondition },
    viewer: Viewer,
  ): Promise<ApprovalItem | undefined> {
    const [held, looking] = await Promise.all([
      this.holding([id], only),
      this.#looking(viewer),
    ]);
    if (!held.has(id)) {
      return undefined;
    }
    const [item] = await this.#options.items.read([id], { ...looking, only });
    return item;
  }

  async itemOf(
    written: RequestSnapshot,
    { only }: { only: ApprovalCondition },
    viewer: Viewer,
  ): Promise<ApprovalItem | undefined> {
    const { items, viewers } = this.#options;
    const { id } = written.request;
    const facts = await viewers.read(viewer);
    const now = written.readAt;
    const [held, item] = await Promise.all([
      this.holding([id], only),
      items.show(written, { viewer, facts, now, only }),
    ]);
    return held.has(id) ? item : undefined;
  }

  async holding(
    ids: string[],
    condition: ApprovalCondition,
  ): Promise<Set<string>> {
    return selectHolding(this.#options.knex, ids, condition);
  }

  async #looking(viewer: Viewer) {
    const { knex, clock, viewers } = this.#options;
    const [facts, now] = await Promise.all([
      viewers.read(viewer),
      clock.now(knex),
    ]);
    return { viewer, facts, now };
  }
}
