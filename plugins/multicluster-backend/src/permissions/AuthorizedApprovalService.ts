import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ResourcePermission } from '@backstage/plugin-permission-common';
import {
  ApprovalCode,
  ApprovalDetails,
  ApprovalItem,
  ApprovalList,
  BulkVoteResult,
  multiclusterApprovalBreakGlassPermission,
  multiclusterApprovalReadPermission,
  multiclusterApprovalResolvePermission,
  multiclusterApprovalVotePermission,
  VoteInput,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  ApprovalEngine,
  EngineAnswer,
  PersonCommand,
  VoteCommand,
  Voter,
} from '../approvals/engine/ApprovalEngine';
import { PeopleFirst } from '../approvals/engine/PeopleFirst';
import { refuse } from '../approvals/engine/refuse';
import { ApprovalCondition } from '../approvals/views/ApprovalCondition';
import { Writing, WritingTo } from '../service/Acting';
import {
  ApprovalListRequest,
  ApprovalReader,
  ApprovalService,
  Viewer,
} from '../service/ApprovalService';
import { Asking } from '../service/FleetService';
import { RateLimits } from '../service/RateLimits';
import { ViewBody } from '../service/ViewBody';
import { badInput, notAllowed } from '../util/codedErrors';
import { ApprovalAccess, ApprovalRight } from './approval/ApprovalAccess';
import { bulkVoteResult } from './approval/bulkVoteResult';
import { noApproval } from './approval/noApproval';
import { EntityAccess } from './EntityAccess';
import { requirePerson } from './requirePerson';
import { visibleApprovals } from './approval/visibleApprovals';
import { voterOf } from './voterOf';

type ApprovalPermission = ResourcePermission<'multicluster-approval'>;

/** To see requests, and to do what people do to them. */
const PERMISSIONS: ApprovalPermission[] = [
  multiclusterApprovalReadPermission,
  multiclusterApprovalVotePermission,
  multiclusterApprovalBreakGlassPermission,
  multiclusterApprovalResolvePermission,
];

interface Options {
  engine: ApprovalEngine;
  reader: ApprovalReader;
  rights: ApprovalAccess;
  access: EntityAccess;
  limits: RateLimits;
  people: PeopleFirst;
  /** Why nobody may vote in this portal. */
  platform?: ApprovalCode;
  /** Why nothing that halted goes on: nobody would deliver it. */
  off?: ApprovalCode;
  guestCounts: boolean;
}

/**
 * Lets callers with `multicluster.approval.read` see requests, and people with the permission of an act do it. A request that may
 * not be read does not exist; one that may be read and not be voted on is refused. Permission is judged for this very act; what
 * it was judged by goes into the trail.
 */
export class AuthorizedApprovalService implements ApprovalService {
  readonly #options: Options;

  static create(options: Options): ApprovalService {
    return new AuthorizedApprovalService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async list(
    request: ApprovalListRequest,
    { credentials }: Asking,
  ): Promise<ViewBody<ApprovalList>> {
    const { only, viewer } = await this.#viewer(credentials);
    if (only === 'none') {
      throw notAllowed(
        'approvals-denied',
        'You may not see requests for approval',
      );
    }
    const list = await this.#options.reader.list({ ...request, only }, viewer);
    return { ...list, items: await this.#visible(list.items, credentials) };
  }

  async approval(
    id: string,
    request: { since?: number },
    { credentials }: Asking,
  ): Promise<ViewBody<ApprovalDetails>> {
    const { only, viewer } = await this.#viewer(credentials);
    const details = await this.#options.reader.approval(
      { ...request, id, only },
      viewer,
    );
    if (!details) {
      throw noApproval();
    }
    const [item] = await this.#visible([details.item], credentials);
    return { ...details, item };
  }

  async vote(
    id: string,
    input: VoteInput,
    options: WritingTo,
  ): Promise<ApprovalItem> {
    return this.#voted(id, { ...input, channel: 'portal' }, options);
  }

  async voteAll(
    inputs: Array<VoteInput & { id: string; ifMatch: string }>,
    options: Writing,
  ): Promise<BulkVoteResult[]> {
    requirePerson(options.credentials, this.#options);
    const results: BulkVoteResult[] = [];
    // One after the other: two of them about one change see each other, and one person never fills the database.
    for (const [index, { id, ifMatch, ...input }] of inputs.entries()) {
      const { key, fingerprint } = options.idempotency;
      results.push(
        await bulkVoteResult(id, () =>
          this.#voted(
            id,
            { ...input, channel: 'bulk' },
            {
              ...options,
              ifMatch,
              idempotency: { key: `${key}/${index}`, fingerprint },
            },
          ),
        ),
      );
    }
    return results;
  }

  async withdraw(id: string, options: WritingTo): Promise<ApprovalItem> {
    return this.#act(id, multiclusterApprovalVotePermission, options, command =>
      this.#options.engine.withdraw(command),
    );
  }

  async recall(id: string, options: WritingTo): Promise<ApprovalItem> {
    return this.#act(id, multiclusterApprovalVotePermission, options, command =>
      this.#options.engine.recall(command),
    );
  }

  async breakGlass(
    id: string,
    input: { subjectDigest: string; reason: string; ticket?: string },
    options: WritingTo,
  ): Promise<ApprovalItem> {
    return this.#act(
      id,
      multiclusterApprovalBreakGlassPermission,
      options,
      command => {
        this.#requirePlatform();
        return this.#options.engine.breakGlass({ ...command, ...input });
      },
    );
  }

  async review(
    id: string,
    input: { comment: string },
    options: WritingTo,
  ): Promise<ApprovalItem> {
    return this.#act(id, multiclusterApprovalVotePermission, options, command =>
      this.#options.engine.review({ ...command, ...input }),
    );
  }

  async resolve(
    id: string,
    input: { action: 'continue' | 'roll-back' | 'abandon'; reason: string },
    options: WritingTo,
  ): Promise<ApprovalItem> {
    return this.#act(
      id,
      multiclusterApprovalResolvePermission,
      options,
      command => {
        const { off } = this.#options;
        if (off) {
          throw refuse(off);
        }
        return this.#options.engine.resolve({ ...command, ...input });
      },
    );
  }

  async #voted(
    id: string,
    input: VoteInput & Pick<VoteCommand, 'channel'>,
    options: WritingTo,
  ): Promise<ApprovalItem> {
    const { notBefore, ...vote } = input;
    return this.#act(
      id,
      multiclusterApprovalVotePermission,
      options,
      command => {
        this.#requirePlatform();
        return this.#options.engine.vote({
          ...command,
          ...vote,
          ...(notBefore !== undefined && { notBefore: momentOf(notBefore) }),
        });
      },
    );
  }

  /** One act of a person: who, how often, what they may see, what they may do, and then what came of it. */
  async #act(
    id: string,
    permission: ApprovalPermission,
    options: WritingTo,
    run: (command: PersonCommand) => Promise<EngineAnswer>,
  ): Promise<ApprovalItem> {
    const { limits, people } = this.#options;
    const by = requirePerson(options.credentials, this.#options);
    if (!limits.take(by.userEntityRef ?? '')) {
      throw refuse('RATE_LIMITED');
    }
    return people.during(() => this.#acted(id, permission, by, options, run));
  }

  async #acted(
    id: string,
    permission: ApprovalPermission,
    by: Voter,
    { credentials, ifMatch, idempotency }: WritingTo,
    run: (command: PersonCommand) => Promise<EngineAnswer>,
  ): Promise<ApprovalItem> {
    const { access, engine, reader, rights } = this.#options;
    const grounds = engine.prepare(id, by);
    // Whoever is refused first hears nothing of it.
    grounds.catch(() => {});
    access.foresee(credentials);
    // All at once: what is shown of it afterwards goes by the same answer.
    const judged = await rights.rightsNow(PERMISSIONS, credentials);
    const { only, viewer } = viewerOf(judged, credentials);
    const act = judged[PERMISSIONS.indexOf(permission)];
    const [seen, permitted] = await Promise.all([
      reader.holding([id], only),
      reader.holding([id], act.condition),
    ]);
    if (!seen.has(id)) {
      throw noApproval();
    }
    if (!permitted.has(id)) {
      throw refuse('NOT_PERMITTED');
    }
    if (this.#options.platform === 'PERMISSIONS_DISABLED') {
      throw refuse(this.#options.platform);
    }
    const { evidence } = act;
    const answer = await run({
      id,
      by,
      ifMatch,
      evidence,
      idempotency,
      grounds,
    });
    const person = (await grounds).facts.person(by.userEntityRef ?? '');
    const known = { ...viewer, ...(person && { person }) };
    // What a repetition was told the first time is not how it stands by now.
    const item = answer.replayed
      ? await reader.item({ id, only }, known)
      : await reader.itemOf(answer.snapshot, { only }, known);
    if (!item) {
      throw noApproval();
    }
    const [visible] = await this.#visible([item], credentials);
    return visible;
  }

  async #viewer(credentials: BackstageCredentials) {
    return viewerOf(
      await this.#options.rights.rights(PERMISSIONS, credentials),
      credentials,
    );
  }

  #requirePlatform(): void {
    if (this.#options.platform) {
      throw refuse(this.#options.platform);
    }
  }

  #visible(
    items: ApprovalItem[],
    credentials: BackstageCredentials,
  ): Promise<ApprovalItem[]> {
    return visibleApprovals(items, this.#options.access, credentials);
  }
}

/** @param judged - what was said of each of `PERMISSIONS`, in their order */
function viewerOf(
  [read, vote, breakGlass, resolve]: ApprovalRight[],
  credentials: BackstageCredentials,
): { only: ApprovalCondition; viewer: Viewer } {
  return {
    only: read.condition,
    viewer: {
      by: voterOf(credentials),
      may: {
        vote: vote.condition,
        breakGlass: breakGlass.condition,
        resolve: resolve.condition,
      },
    },
  };
}

/** The description lets leap seconds through, which are no moment here; without one the effect would not wait at all. */
function momentOf(text: string): number {
  const moment = Date.parse(text);
  if (Number.isNaN(moment)) {
    throw badInput('invalid-not-before', 'notBefore: is no moment');
  }
  return moment;
}
