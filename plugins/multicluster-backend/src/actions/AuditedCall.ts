import {
  AuditorService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { audited } from '../router/audited';
import { voterOf } from '../permissions/voterOf';

/** Runs an action between the begin and the end of an audit event that names who acts for whom. */
export class AuditedCall {
  static create(auditor: AuditorService): AuditedCall {
    return new AuditedCall(auditor);
  }

  readonly #auditor: AuditorService;

  private constructor(auditor: AuditorService) {
    this.#auditor = auditor;
  }

  async run<T>(
    action: string,
    about: { credentials: BackstageCredentials; approval?: string },
    work: () => Promise<T>,
  ): Promise<T> {
    const { userEntityRef, actsFor } = voterOf(about.credentials);
    return audited(
      this.#auditor,
      {
        eventId: 'approval-agent',
        severityLevel: 'medium',
        meta: {
          action,
          ...(about.approval && { approval: about.approval }),
          ...(userEntityRef && { user: userEntityRef }),
          // Who the agent is, as far as its token says.
          ...(actsFor && { agent: actsFor }),
        },
      },
      work,
    );
  }
}
