import {
  BackstageCredentials,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  PolicyDecision,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  ConditionTransformer,
  createConditionTransformer,
} from '@backstage/plugin-permission-node';
import { JsonObject, JsonValue } from '@backstage/types';
import {
  ApprovalCondition,
  ApprovalFilter,
} from '../../approvals/views/ApprovalCondition';
import { KeyedCache } from '../../detail/KeyedCache';
import { viewerKey } from '../../util/viewerKey';
import { approvalResourceRef } from './approvalResourceRef';

type ApprovalPermission = ResourcePermission<'multicluster-approval'>;

/** No decision is used for longer than this for what is shown; what is done is judged anew each time. */
const DECISION_TTL_MS = 5000;
const MAX_VIEWERS = 2000;

/** What the permission framework said. */
export interface ApprovalRight {
  condition: ApprovalCondition;
  /** What was said, for the trail. */
  evidence: JsonObject;
}

/** Which requests for approval a caller has a permission on. */
export class ApprovalAccess {
  readonly #permissions: PermissionsService;
  readonly #toFilter: ConditionTransformer<ApprovalFilter>;
  readonly #kept: KeyedCache<ApprovalRight[]>;

  /** The resource type must be registered before, see registerApprovalResources. */
  static create(options: {
    permissions: PermissionsService;
    permissionsRegistry: PermissionsRegistryService;
    now?: () => number;
  }): ApprovalAccess {
    return new ApprovalAccess(options);
  }

  private constructor(options: {
    permissions: PermissionsService;
    permissionsRegistry: PermissionsRegistryService;
    now?: () => number;
  }) {
    this.#permissions = options.permissions;
    this.#toFilter = createConditionTransformer(
      options.permissionsRegistry.getPermissionRuleset(approvalResourceRef),
    );
    this.#kept = KeyedCache.create({
      ttlMs: DECISION_TTL_MS,
      maxKeys: MAX_VIEWERS,
      now: options.now,
    });
  }

  /** For what is shown: an answer is used again for at most five seconds. */
  rights(
    permissions: ApprovalPermission[],
    credentials: BackstageCredentials,
  ): Promise<ApprovalRight[]> {
    const names = permissions.map(permission => permission.name);
    return this.#kept.get(JSON.stringify([viewerKey(credentials), names]), () =>
      this.rightsNow(permissions, credentials),
    );
  }

  /** For what is done. */
  async rightsNow(
    permissions: ApprovalPermission[],
    credentials: BackstageCredentials,
  ): Promise<ApprovalRight[]> {
    const decisions = await this.#permissions.authorizeConditional(
      permissions.map(permission => ({ permission })),
      { credentials },
    );
    return decisions.map((decision, index) => ({
      condition: this.#conditionOf(decision),
      evidence: {
        permission: permissions[index].name,
        result: decision.result,
        ...(decision.result === AuthorizeResult.CONDITIONAL && {
          conditions: decision.conditions as unknown as JsonValue,
        }),
      },
    }));
  }

  #conditionOf(decision: PolicyDecision): ApprovalCondition {
    switch (decision.result) {
      case AuthorizeResult.ALLOW:
        return 'all';
      case AuthorizeResult.CONDITIONAL:
        return this.#toFilter(decision.conditions);
      default:
        return 'none';
    }
  }
}
