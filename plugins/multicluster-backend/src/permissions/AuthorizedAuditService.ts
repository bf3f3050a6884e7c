import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  AuditList,
  AuditReport,
  multiclusterAuditReadPermission,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  AuditReader,
  AuditReportRequest,
  AuditService,
} from '../service/AuditService';
import { Asking, Paging } from '../service/FleetService';
import { notAllowed } from '../util/codedErrors';
import { EntityAccess } from './EntityAccess';

interface Options {
  audit: AuditReader;
  access: EntityAccess;
}

/** Lets callers with `multicluster.audit.read` read the trail and reports, over everything. */
export class AuthorizedAuditService implements AuditService {
  readonly #options: Options;

  static create(options: Options): AuditService {
    return new AuthorizedAuditService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async list(
    request: Paging & { requestId?: string },
    { credentials }: Asking,
  ): Promise<AuditList> {
    await this.#authorize(credentials);
    return this.#options.audit.list(request);
  }

  async report(
    request: AuditReportRequest,
    { credentials }: Asking,
  ): Promise<AuditReport> {
    await this.#authorize(credentials);
    return this.#options.audit.report(request);
  }

  async #authorize(credentials: BackstageCredentials): Promise<void> {
    const granted = await this.#options.access.granted(
      multiclusterAuditReadPermission,
      credentials,
    );
    if (!granted) {
      throw notAllowed('audit-denied', 'You may not read the trail');
    }
  }
}
