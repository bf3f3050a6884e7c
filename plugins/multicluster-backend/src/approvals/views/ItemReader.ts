import { ApprovalItem } from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { Viewer } from '../../service/ApprovalService';
import { selectStops } from '../stops/selectStops';
import { ApprovalClock } from '../store/DatabaseClock';
import { ApprovalCondition } from './ApprovalCondition';
import { selectBlastRadius } from './selectBlastRadius';
import { selectGranted } from './selectGranted';
import { selectOwners } from './selectOwners';
import { selectRelated } from './selectRelated';
import { selectRequestParts } from './selectRequestParts';
import { toApprovalItem } from './toApprovalItem';
import { ViewerFacts } from './ViewerFacts';

interface Options {
  knex: Knex;
  clock: ApprovalClock;
}

/** Makes items of requests, in a number of statements that does not grow with them. */
export class ItemReader {
  static create(options: Options): ItemReader {
    return new ItemReader(options);
  }

  readonly #options: Options;

  private constructor(options: Options) {
    this.#options = options;
  }

  /** In the order of the ids; `only` bounds what is named as related. */
  async read(
    ids: string[],
    context: { viewer: Viewer; facts: ViewerFacts; only: ApprovalCondition },
  ): Promise<ApprovalItem[]> {
    const { knex, clock } = this.#options;
    if (ids.length === 0) {
      return [];
    }
    const now = await clock.now(knex);
    const [parts, owners, granted, stops] = await Promise.all([
      selectRequestParts(knex, ids),
      selectOwners(knex, ids),
      selectGranted(
        knex,
        { vote: ids, breakGlass: ids, resolve: ids },
        context.viewer,
        context.only,
      ),
      selectStops(knex, now),
    ]);
    const requests = parts.map(({ request }) => request);
    const [radius, related] = await Promise.all([
      selectBlastRadius(knex, requests),
      selectRelated(knex, requests, context.only),
    ]);
    return parts.map(item => {
      const { request } = item;
      return toApprovalItem(item, {
        viewer: context.facts,
        now,
        stops,
        granted: granted(request.id),
        owners: owners(request.id),
        related: related(request),
        blastRadius: radius(request),
      });
    });
  }
}
