import { ApprovalItem } from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { Viewer } from '../../service/ApprovalService';
import { selectStops } from '../stops/selectStops';
import { ApprovalCondition } from './ApprovalCondition';
import { RequestParts } from './RequestParts';
import { selectBlastRadius } from './selectBlastRadius';
import { selectGranted } from './selectGranted';
import { selectOwners } from './selectOwners';
import { selectRelated } from './selectRelated';
import { selectRequestParts } from './selectRequestParts';
import { toApprovalItem } from './toApprovalItem';
import { ViewerFacts } from './ViewerFacts';

interface Options {
  knex: Knex;
}

/** Who looks at items, and when (milliseconds, by the clock of the database); `only` bounds what is named as related. */
export interface ItemViewing {
  viewer: Viewer;
  facts: ViewerFacts;
  only: ApprovalCondition;
  now: number;
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

  /** In the order of the ids. */
  async read(ids: string[], context: ItemViewing): Promise<ApprovalItem[]> {
    return ids.length === 0
      ? []
      : this.#shown(ids, selectRequestParts(this.#options.knex, ids), context);
  }

  /** Of what was written or read at this moment, which is not read again. */
  async show(parts: RequestParts, context: ItemViewing): Promise<ApprovalItem> {
    const known = Promise.resolve([parts]);
    const [item] = await this.#shown([parts.request.id], known, context);
    return item;
  }

  async #shown(
    ids: string[],
    reading: Promise<RequestParts[]>,
    context: ItemViewing,
  ): Promise<ApprovalItem[]> {
    const { knex } = this.#options;
    const { now, viewer, only } = context;
    const requestsRead = reading.then(all => all.map(({ request }) => request));
    const [parts, owners, granted, stops, radius, related] = await Promise.all([
      reading,
      selectOwners(knex, ids),
      selectGranted(
        knex,
        { vote: ids, breakGlass: ids, resolve: ids },
        viewer,
        only,
      ),
      selectStops(knex, now),
      requestsRead.then(requests => selectBlastRadius(knex, requests)),
      requestsRead.then(requests => selectRelated(knex, requests, only)),
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
