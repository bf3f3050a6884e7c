import { ApiTransport } from './ApiTransport';
import {
  ApprovalsApi,
  BulkVoteResult,
  VoteInput,
  WriteOptions,
} from './ApprovalsApi';
import {
  MulticlusterRequestOptions,
  NotModified,
  PageRequest,
} from './MulticlusterApi';
import {
  ActionPreview,
  ApprovalDetails,
  ApprovalDiff,
  ApprovalItem,
  ApprovalList,
  AuditList,
  AuditReport,
  LaneList,
  LineStop,
  RestoredLane,
  StopList,
} from './views';

/**
 * Client of approvals, for browsers and back ends. A back end reads; decisions need the token of a person.
 *
 * @public
 */
export class ApprovalsClient implements ApprovalsApi {
  readonly #transport: ApiTransport;

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi?: { fetch: typeof fetch };
  }) {
    this.#transport = new ApiTransport(options);
  }

  async listApprovals(
    request: PageRequest & {
      scope?: 'mine' | 'open' | 'closed' | 'all';
      entityRefs?: string[];
      environment?: string;
      runId?: string;
    },
    options?: MulticlusterRequestOptions,
  ): Promise<ApprovalList | NotModified> {
    return this.#transport.get(['approvals'], { ...request }, options);
  }

  async getApproval(
    id: string,
    request: { since?: number } = {},
    options?: MulticlusterRequestOptions,
  ): Promise<ApprovalDetails | NotModified> {
    return this.#transport.get(['approvals', id], { ...request }, options);
  }

  async getApprovalDiff(
    id: string,
    options?: Omit<MulticlusterRequestOptions, 'ifNoneMatch'>,
  ): Promise<ApprovalDiff> {
    return this.#transport.get(['approvals', id, 'diff'], {}, options);
  }

  async vote(
    id: string,
    input: VoteInput,
    options: WriteOptions,
  ): Promise<ApprovalItem> {
    return this.#transport.write(['approvals', id, 'votes'], {
      ...options,
      method: 'POST',
      body: input,
    });
  }

  async voteAll(
    inputs: Array<VoteInput & { id: string; ifMatch: string }>,
    options: Omit<WriteOptions, 'ifMatch'>,
  ): Promise<BulkVoteResult[]> {
    const { results } = await this.#transport.write<{
      results: BulkVoteResult[];
    }>(['approvals', 'votes'], {
      ...options,
      method: 'POST',
      body: { votes: inputs },
    });
    return results;
  }

  async withdrawVote(id: string, options: WriteOptions): Promise<ApprovalItem> {
    return this.#transport.write(['approvals', id, 'votes', 'mine'], {
      ...options,
      method: 'DELETE',
    });
  }

  async recall(id: string, options: WriteOptions): Promise<ApprovalItem> {
    return this.#transport.write(['approvals', id, 'recall'], {
      ...options,
      method: 'POST',
    });
  }

  async breakGlass(
    id: string,
    input: { subjectDigest: string; reason: string; ticket?: string },
    options: WriteOptions,
  ): Promise<ApprovalItem> {
    return this.#transport.write(['approvals', id, 'break-glass'], {
      ...options,
      method: 'POST',
      body: input,
    });
  }

  async review(
    id: string,
    input: { comment: string },
    options: WriteOptions,
  ): Promise<ApprovalItem> {
    return this.#transport.write(['approvals', id, 'review'], {
      ...options,
      method: 'POST',
      body: input,
    });
  }

  async resolve(
    id: string,
    input: { action: 'continue' | 'roll-back' | 'abandon'; reason: string },
    options: WriteOptions,
  ): Promise<ApprovalItem> {
    return this.#transport.write(['approvals', id, 'resolve'], {
      ...options,
      method: 'POST',
      body: input,
    });
  }

  async listStops(options?: MulticlusterRequestOptions): Promise<StopList> {
    return this.#transport.get(['stops'], {}, options);
  }

  async stopTheLine(
    input: { scope: LineStop['scope']; reason: string; until: string },
    options: Omit<WriteOptions, 'ifMatch'>,
  ): Promise<LineStop> {
    return this.#transport.write(['stops'], {
      ...options,
      method: 'POST',
      body: input,
    });
  }

  async liftStop(
    id: string,
    input: { reason: string },
    options: Omit<WriteOptions, 'ifMatch'>,
  ): Promise<LineStop> {
    return this.#transport.write(['stops', id], {
      ...options,
      method: 'DELETE',
      body: input,
    });
  }

  async listLanes(
    request: { entityRefs?: string[] } = {},
    options?: MulticlusterRequestOptions,
  ): Promise<LaneList | NotModified> {
    return this.#transport.get(['lanes'], { ...request }, options);
  }

  async manageLane(
    id: string,
    input: {
      action: 'arm' | 'disarm';
      dryRun: boolean;
      reason?: string;
      resourceVersion?: string;
    },
    options: Omit<WriteOptions, 'ifMatch'>,
  ): Promise<ActionPreview> {
    const { action, ...body } = input;
    return this.#transport.write(['lanes', id, 'actions', action], {
      ...options,
      method: 'POST',
      body,
    });
  }

  async restoreLane(
    id: string,
    input: { reason: string },
    options: WriteOptions,
  ): Promise<RestoredLane> {
    return this.#transport.write(['lanes', id, 'restore'], {
      ...options,
      method: 'POST',
      body: input,
    });
  }

  async manageCluster(
    cluster: { controlPlane: string; name: string },
    input: {
      action: 'cordon' | 'uncordon';
      dryRun: boolean;
      reason?: string;
      resourceVersion?: string;
    },
    options: Omit<WriteOptions, 'ifMatch'>,
  ): Promise<ActionPreview> {
    const { action, ...body } = input;
    return this.#transport.write(
      ['clusters', cluster.controlPlane, cluster.name, 'actions', action],
      { ...options, method: 'POST', body },
    );
  }

  async listAudit(
    request: PageRequest & { requestId?: string },
    options?: MulticlusterRequestOptions,
  ): Promise<AuditList> {
    return this.#transport.get(['audit'], { ...request }, options);
  }

  async getAuditReport(
    request: PageRequest & { environment?: string; from: string; to: string },
    options?: MulticlusterRequestOptions,
  ): Promise<AuditReport> {
    return this.#transport.get(['audit', 'report'], { ...request }, options);
  }

  async downloadAuditReport(
    request: { environment?: string; from: string; to: string },
    options?: MulticlusterRequestOptions,
  ): Promise<string> {
    return this.#transport.text(
      ['audit', 'report'],
      { ...request },
      { ...options, accept: 'text/csv' },
    );
  }
}
