import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  ActionPreview,
  ApprovalCode,
  LaneList,
  multiclusterFleetReadPermission,
  multiclusterLaneManagePermission,
  multiclusterLaneRestorePermission,
  multiclusterTopologyReadPermission,
  RestoredLane,
} from '@fairway/backstage-plugin-multicluster-common';
import { refuse } from '../approvals/engine/refuse';
import { Writing, WritingTo } from '../service/Acting';
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
import { EntityAccess } from './EntityAccess';
import { nameVisibleEntities } from './nameVisibleEntities';
import { withLaneAbilities } from './withLaneAbilities';

type LaneBodies = Awaited<ReturnType<LaneKeeper['list']>>;

interface Options {
  lanes: LaneKeeper;
  acting: ActingReader;
  access: EntityAccess;
  /** Why nothing is armed or restored now: nobody would observe and deliver what is held then. */
  off?: ApprovalCode;
}

/**
 * Lets callers with `multicluster.fleet.read` see every lane, and everyone else those of entities whose topology they may read;
 * without naming any, those that are armed.
 * What changes one needs a lane that is seen and `multicluster.lane.manage`; what only restores something in it,
 * `multicluster.lane.restore` on each of its entities, or the former where it has none.
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
    const { lanes, access, acting, off } = this.#options;
    const [fleet, manages] = await Promise.all([
      access.granted(multiclusterFleetReadPermission, credentials),
      acting.may(multiclusterLaneManagePermission, credentials),
    ]);
    const entityRefs = request.entityRefs
      ? await access.filter(
          multiclusterTopologyReadPermission,
          request.entityRefs,
          credentials,
        )
      : undefined;
    const list = await lanes.list({
      entityRefs,
      ...(!fleet && !entityRefs && { armedOnly: true }),
    });
    const shown =
      fleet || entityRefs
        ? list
        : await this.#ofReadableEntities(list, credentials);
    const able = await Promise.all(
      shown.items.map(async lane =>
        withLaneAbilities(lane, {
          refusal: acting.refusal,
          ...(off && { off }),
          manages,
          restores: await this.#mayRestore(lane, credentials),
        }),
      ),
    );
    return {
      ...shown,
      items: await nameVisibleEntities(able, access, credentials),
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
    // Whoever is in trouble gets out of it: disarming needs nobody.
    if (input.action === 'arm') {
      this.#requireOn();
    }
    const preview = await lanes.manage(id, input, by);
    if (!preview) {
      throw noLane();
    }
    return preview;
  }

  async restore(
    id: string,
    input: { reason: string },
    options: WritingTo,
  ): Promise<RestoredLane> {
    const { lanes, acting } = this.#options;
    const entityRefs = await this.#requireSeen(id, options.credentials);
    const { permission, on } = restoring({ entityRefs });
    const by = await acting.read(permission, options, on);
    this.#requireOn();
    const requestId = await lanes.restore(
      id,
      { ...input, ifMatch: options.ifMatch },
      by,
    );
    if (requestId === undefined) {
      throw noLane();
    }
    // No more: who restores may lack the permission to read what others said of it.
    return { requestId };
  }

  /** Who is told of a lane finds it on the page of lanes, and nothing of those of others there; not even their number. */
  async #ofReadableEntities(
    list: LaneBodies,
    credentials: BackstageCredentials,
  ): Promise<LaneBodies> {
    const { access } = this.#options;
    const readable = await Promise.all(
      list.items.map(async ({ entityRefs }) => {
        const seen = await access.filter(
          multiclusterTopologyReadPermission,
          entityRefs,
          credentials,
        );
        return seen.length > 0;
      }),
    );
    const items = list.items.filter((_, index) => readable[index]);
    if (items.length === 0) {
      throw notAllowed(
        'fleet-denied',
        'You may see lanes of entities, and there is none of yours',
      );
    }
    const { total } = list.coverage;
    return {
      ...list,
      items,
      coverage: {
        ...list.coverage,
        seen: items.length,
        total: total === null ? null : items.length,
      },
    };
  }

  #requireOn(): void {
    const { off } = this.#options;
    if (off) {
      throw refuse(off);
    }
  }

  async #mayRestore(
    lane: Pick<LaneBody, 'entityRefs'>,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    const { permission, on } = restoring(lane);
    return this.#options.acting.may(permission, credentials, on);
  }

  /** A lane that may not be seen does not exist. Answers with the entities that it is confirmed to belong to. */
  async #requireSeen(
    id: string,
    credentials: BackstageCredentials,
  ): Promise<string[]> {
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
    return owners;
  }
}

/**
 * By what it is judged who may restore something in a lane: owners of all of it are who is told when copies are missing. One that is
 * nobody's is for whoever could let go of it as well.
 */
function restoring({ entityRefs: on }: Pick<LaneBody, 'entityRefs'>) {
  return on.length > 0
    ? { permission: multiclusterLaneRestorePermission, on }
    : { permission: multiclusterLaneManagePermission, on };
}

function noLane() {
  return notFound('lane-not-found', 'No such lane');
}
