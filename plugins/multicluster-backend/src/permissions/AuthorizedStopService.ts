import {
  LineStop,
  multiclusterApprovalReadPermission,
  multiclusterStopPermission,
  StopList,
} from '@fairway/backstage-plugin-multicluster-common';
import { Writing } from '../service/Acting';
import { Asking } from '../service/FleetService';
import { StopBook, StopInput, StopService } from '../service/StopService';
import { notAllowed, notFound } from '../util/codedErrors';
import { ApprovalAccess } from './approval/ApprovalAccess';
import { ActingReader } from './ActingReader';
import { EntityAccess } from './EntityAccess';

interface Options {
  stops: StopBook;
  access: Pick<EntityAccess, 'filterVisible'>;
  acting: Pick<ActingReader, 'may' | 'read'>;
  rights: Pick<ApprovalAccess, 'rights'>;
}

/**
 * Lets people with `multicluster.stop` stop the line. That it is stopped, and why, is seen by whoever sees any request; a stop of
 * one entity only by those who see the entity, and by those who could lift it.
 */
export class AuthorizedStopService implements StopService {
  readonly #options: Options;

  static create(options: Options): StopService {
    return new AuthorizedStopService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async list({ credentials }: Asking): Promise<StopList> {
    const { stops, acting, rights } = this.#options;
    const [[read], canStop] = await Promise.all([
      rights.rights([multiclusterApprovalReadPermission], credentials),
      acting.may(multiclusterStopPermission, credentials),
    ]);
    if (read.condition === 'none' && !canStop) {
      throw notAllowed('approvals-denied', 'You may not see what is stopped');
    }
    const all = await stops.list();
    const items = canStop ? all : await this.#visible(all, credentials);
    return { items, canStop };
  }

  /** A stop whose entity is left out would read as one of everything: it is left out whole. */
  async #visible(
    stops: LineStop[],
    credentials: Asking['credentials'],
  ): Promise<LineStop[]> {
    const named = stops.flatMap(({ scope }) => scope.entityRef ?? []);
    const visible = new Set(
      await this.#options.access.filterVisible(
        [...new Set(named)],
        credentials,
      ),
    );
    return stops.filter(
      ({ scope: { entityRef } }) =>
        entityRef === undefined || visible.has(entityRef),
    );
  }

  async stop(input: StopInput, options: Writing): Promise<LineStop> {
    const { stops, acting } = this.#options;
    return stops.stop(
      input,
      await acting.read(multiclusterStopPermission, options),
    );
  }

  async lift(
    id: string,
    input: { reason: string },
    options: Writing,
  ): Promise<LineStop> {
    const { stops, acting } = this.#options;
    const lifted = await stops.lift(
      id,
      input,
      await acting.read(multiclusterStopPermission, options),
    );
    if (!lifted) {
      throw notFound('stop-not-found', 'No such stop of the line');
    }
    return lifted;
  }
}
