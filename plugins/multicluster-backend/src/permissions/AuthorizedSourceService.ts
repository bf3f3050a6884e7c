import {
  multiclusterSourceReadPermission,
  SourceList,
} from '@fairway/backstage-plugin-multicluster-common';
import { Asking } from '../service/FleetService';
import { SourceService } from '../service/SourceService';
import { notAllowed } from '../util/codedErrors';
import { EntityAccess } from './EntityAccess';

/** Lets callers with `multicluster.source.read` see how well the sources are read. */
export class AuthorizedSourceService implements SourceService {
  readonly #sources: SourceService;
  readonly #access: EntityAccess;

  static create(options: {
    sources: SourceService;
    access: EntityAccess;
  }): SourceService {
    return new AuthorizedSourceService(options.sources, options.access);
  }

  private constructor(sources: SourceService, access: EntityAccess) {
    this.#sources = sources;
    this.#access = access;
  }

  async list(options: Asking): Promise<SourceList> {
    const granted = await this.#access.granted(
      multiclusterSourceReadPermission,
      options.credentials,
    );
    if (!granted) {
      throw notAllowed('sources-denied', 'You may not see the sources');
    }
    return this.#sources.list(options);
  }
}
