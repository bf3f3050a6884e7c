import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  ActionPreview,
  ApprovalAbility,
  ApprovalItem,
  Lane,
  LaneList,
  multiclusterFleetReadPermission,
  multiclusterLaneManagePermission,
  multiclusterTopologyReadPermission,
} from '@fairway/backstage-plugin-multicluster-common';
import { sentenceOfCode } from '../approvals/engine/sentenceOfCode';
import { Writing } from '../service/Acting';
import { ApprovalReader } from '../service/ApprovalService';
import { Asking } from '../service/FleetService';
import {
  LaneBody,
  LaneInput,
  LaneKeeper,
  LaneService,
} from '../service/LaneService';
import { ViewBody } from '../service/ViewBody';
import { notAllowed, notFound } from '../util/codedErrors';
import { ActingReader } from './ActingReader';
import { noApproval } from './approval/noApproval';
import { visibleApprovals } from './approval/visibleApprovals';
import { EntityAccess } from './EntityAccess';
import { nameVisibleEntities } from './nameVisibleEntities';
import { voterOf } from './voterOf';

interface Options {
  lanes: LaneKeeper;
  approvals: Pick<ApprovalReader, 'item'>;
  acting: ActingReader;
  access: EntityAccess;
}

/**
 * Lets callers with `multicluster.fleet.read` see every lane, and everyone else those of entities whose topology they may read.
 * What changes one needs `multicluster.lane.manage` and a lane that is seen.
 */
export class AuthorizedLaneService implements LaneService {
  readonly #options: Options;

  static create(options: Options): LaneService {
    return new AuthorizedLaneService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async list(
    request: { entityRefs?: string[] },
    { credentials }: Asking,
  ): Promise<ViewBody<LaneList>> {
    const { lanes, access, acting } = this.#options;
    const [fleet, manages] = await Promise.all([
      access.granted(multiclusterFleetReadPermission, credentials),
      acting.may(multiclusterLaneManagePermission, credentials),
    ]);
    if (!fleet && !request.entityRefs) {
      throw notAllowed(
        'fleet-denied',
        'You may see lanes of entities, and not all of them',
      );
    }
    const entityRefs = request.entityRefs
      ? await access.filter(
          multiclusterTopologyReadPermission,
          request.entityRefs,
          credentials,
        )
      : undefined;
    const list = await lanes.list({ entityRefs });
    return {
      ...list,
      items: (await nameVisibleEntities(list.items, access, credentials)).map(
        lane => withAbilities(lane, manages),
      ),
    };
  }

  async manage(
    id: string,
    input: LaneInput,
    options: Writing,
  ): Promise<ActionPreview> {
    const { lanes, acting } = this.#options;
    await this.#requireSeen(id, options.credentials);
    const by = await acting.read(multiclusterLaneManagePermission, options);
    const preview = await lanes.manage(id, input, by);
    if (!preview) {
      throw noLane();
    }
    return preview;
  }

  async restore(
    id: string,
    input: { reason: string },
    options: Writing,
  ): Promise<ApprovalItem> {
    const { lanes, approvals, acting, access } = this.#options;
    await this.#requireSeen(id, options.credentials);
    const by = await acting.read(multiclusterLaneManagePermission, options);
    const requestId = await lanes.restore(id, input, by);
    if (requestId === undefined) {
      throw noLane();
    }
    const item = await approvals.item(
      { id: requestId, only: 'all' },
      {
        by: voterOf(options.credentials),
        may: { vote: 'none', breakGlass: 'none', resolve: 'none' },
      },
    );
    if (!item) {
      throw noApproval();
    }
    const [visible] = await visibleApprovals(
      [item],
      access,
      options.credentials,
    );
    return visible;
  }

  /** A lane that may not be seen does not exist. */
  async #requireSeen(
    id: string,
    credentials: BackstageCredentials,
  ): Promise<void> {
    const { lanes, access } = this.#options;
    const owners = await lanes.ownersOf(id);
    const [fleet, readable] = await Promise.all([
      access.granted(multiclusterFleetReadPermission, credentials),
      access.filter(
        multiclusterTopologyReadPermission,
        owners ?? [],
        credentials,
      ),
    ]);
    if (!owners || (!fleet && readable.length === 0)) {
      throw noLane();
    }
  }
}

function withAbilities(lane: LaneBody, manages: boolean): Lane {
  const held = lane.state === 'armed' || lane.state === 'releasing';
  const ability = (fits: boolean): ApprovalAbility => {
    if (manages) {
      return { allowed: fits };
    }
    return {
      allowed: false,
      code: 'NOT_PERMITTED',
      sentence: sentenceOfCode('NOT_PERMITTED'),
    };
  };
  return {
    ...lane,
    can: {
      arm: ability(lane.state === 'open'),
      disarm: ability(held || lane.state === 'orphaned'),
    },
  };
}

function noLane() {
  return notFound('lane-not-found', 'No such lane');
}
