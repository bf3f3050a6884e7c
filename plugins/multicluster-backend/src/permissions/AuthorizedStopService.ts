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

interface Options {
  stops: StopBook;
  acting: ActingReader;
  rights: ApprovalAccess;
}

/** Lets people with `multicluster.stop` stop the line. That it is stopped, and why, is seen by whoever sees any request. */
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
    return { items: await stops.list(), canStop };
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
