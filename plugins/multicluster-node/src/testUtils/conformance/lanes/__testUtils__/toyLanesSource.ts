import {
  ActionCode,
  ActionResult,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  laneDigest,
  LaneChange,
  LaneCheck,
  LaneContent,
  LanesFacet,
  LaneUnreadableError,
} from '../../../../contract';
import { LanesHarness } from '../LanesHarness';
import { ToyLane, ToyLanes } from './ToyLanes';

const approver = { userEntityRef: 'user:default/ann', ownershipEntityRefs: [] };
const actedAs = { mode: 'service' as const };
type Change = ReturnType<LanesFacet['change']>;

/** A source on the toy system, wrong in the ways that are named. */
export function toyLanesFacet(world: ToyLanes, flaws: string[]): LanesFacet {
  const is = (flaw: string) => flaws.includes(flaw);
  const laneOf = ({ policy }: { policy: { name: string } }) =>
    world.lanes.get(policy.name)!;
  const salt = is('has digests of its own') ? String(Math.random()) : '';

  const unreadable = () =>
    is('hands errors on')
      ? new Error('ECONNRESET')
      : new LaneUnreadableError(
          'unreadable',
          sentence('lane.unreadable', { detail: 'down' }),
        );

  function refused(code: ActionCode, said: string, params = {}): ActionResult {
    return {
      outcome: 'refused',
      code,
      sentence: sentence(said, params),
      actedAs,
      retryable: false,
    };
  }

  function read(lane: ToyLane): LaneContent {
    const hold = lane.policy ? lane.policy.hold : lane.left;
    const object = (cluster: string) => ({
      placementKey: lane.name,
      group: '',
      kind: lane.secret ? 'Secret' : 'Toy',
      namespace: '',
      name: lane.name,
      digest: is('looks at names alone')
        ? 'same'
        : salt + world.digest(lane, true),
      digestWithoutReplicas: is('takes copies for content')
        ? world.digest(lane, true)
        : world.digest(lane, false),
      replicas: lane.replicas,
      images: [{ name: 'app', image: lane.image }],
      dispatched:
        is('says that it sends') || !(hold === true || hold?.includes(cluster)),
      ...(is('shows secrets') && { secret: lane.secret }),
    });
    return {
      resourceVersion: String(lane.version),
      clusters: Object.fromEntries(
        lane.clusters.map(cluster => [cluster, [object(cluster)]]),
      ),
      possible: [],
      settled: true,
      notes: [],
    };
  }

  function apply(request: LaneChange, lane: ToyLane): void {
    const { note } = request;
    const form = formOf(request, lane);
    const policy = lane.policy;
    if (!policy) {
      if (!is('forgets orphans')) {
        delete lane.left;
      }
    } else if (form === undefined) {
      lane.policy = is('leaves its note') ? { by: policy.by } : {};
    } else {
      const drops = is('drops the note') && Array.isArray(form);
      lane.policy = { hold: form, ...(!drops && { by: note.by }) };
    }
    lane.version += 1;
    world.dispatch(lane);
  }

  function formOf({ form, clusters }: LaneChange, lane: ToyLane) {
    if (form === 'disarm') {
      return is('stays held') ? true : undefined;
    }
    if (form === 'hold') {
      return is('holds one alone') ? lane.clusters.slice(1) : true;
    }
    return is('releases all')
      ? []
      : lane.clusters.filter(name => !clusters.includes(name));
  }

  function judge(request: LaneChange, lane: ToyLane): ActionResult | undefined {
    const { caller, dryRun, resourceVersion } = request;
    if (!world.reachable) {
      return {
        outcome: is('takes a failure for a refusal') ? 'refused' : 'failed',
        code: 'upstream-unavailable',
        sentence: sentence('lane.unavailable', { detail: 'down' }),
        actedAs,
        retryable: true,
      };
    }
    if (caller.userEntityRef !== approver.userEntityRef && !is('lets all in')) {
      return refused('needs-user-credential', 'detail.unmapped');
    }
    if (
      lane.policy?.hold === true &&
      request.form === 'hold' &&
      !is('changes again')
    ) {
      return {
        outcome: 'noop',
        actedAs,
        resourceVersion: String(lane.version),
        retryable: false,
      } as ActionResult;
    }
    const stale = resourceVersion && resourceVersion !== String(lane.version);
    if (lane.policy && stale && !is('ignores versions')) {
      return refused('conflict', 'lane.stale');
    }
    const { manager } = lane.policy ?? {};
    if (manager && !is('takes over')) {
      return is('hides who manages')
        ? refused('conflict', 'lane.stale')
        : refused('conflict', 'lane.managedElsewhere', { managers: manager });
    }
    return dryRun && !is('does it at once')
      ? {
          outcome: 'requested',
          actedAs,
          precondition: String(lane.version),
          retryable: false,
        }
      : undefined;
  }

  async function change(request: LaneChange): Change {
    if (!is('sends what was given up')) {
      request.signal.throwIfAborted();
    }
    const lane = laneOf(request);
    const judged = judge(request, lane);
    if (judged) {
      return judged;
    }
    apply(request, lane);
    return {
      outcome: world.answers || is('believes') ? 'applied' : 'ambiguous',
      actedAs,
      resourceVersion: String(lane.version),
      precondition: String(lane.version),
      retryable: !world.answers,
    };
  }

  function check(lane: ToyLane): LaneCheck[] {
    const { manager } = lane.policy ?? {};
    const codes: LaneCheck['code'][] = [
      'works-unreadable',
      'lazy',
      'version-too-old',
      'rights-missing',
      'managed-elsewhere',
    ];
    return codes.map(code => ({
      code,
      ok:
        !is('fails every check') && (code !== 'managed-elsewhere' || !manager),
      sentence: sentence('lane.check.lazy.ok'),
    }));
  }

  return {
    capabilities: () => ({
      available: !is('cannot hold'),
      identityModes: ['service'],
    }),
    holdOf({ native, name }) {
      const hold = native.hold as true | string[] | undefined;
      const by = native.by as string | undefined;
      const listed = Array.isArray(hold) ? hold : [];
      const some = hold ? 'clusters' : 'none';
      return {
        form: hold === true ? 'all' : some,
        clusters: listed,
        ours: by !== undefined,
        ...(by && !is('forgets who') && { by }),
        command: `release ${name}`,
      };
    },
    orphansOf: placements =>
      placements.filter(
        ({ policyId, native }) =>
          native.held && (!policyId || is('calls all orphans')),
      ),
    async read(request) {
      if (!world.reachable) {
        throw unreadable();
      }
      return read(laneOf(request));
    },
    check: async request => check(laneOf(request)),
    change,
    async observe(request) {
      const lane = laneOf(request);
      const content = read(lane);
      if (
        laneDigest(content.clusters[request.cluster]) !== request.digest &&
        !is('does not compare')
      ) {
        return { outcome: 'changed', sentence: sentence('lane.stale') };
      }
      const arrived =
        lane.sent[request.cluster] === lane.image || is('believes conditions');
      return {
        outcome: arrived && !is('never sees') ? 'observed' : 'progressing',
        sentence: sentence('lane.already'),
      };
    },
  };
}

/** The toy system with a source on it. */
export function toyLanesHarness(
  options: { patienceMs?: number; flaws?: string[] } = {},
): LanesHarness {
  const { patienceMs = 2000, flaws = [] } = options;
  const world = new ToyLanes();
  return {
    world,
    approver,
    patienceMs,
    quietMs: 120,
    createSource: async () => ({
      id: 'toy',
      type: 'toy',
      lanes: toyLanesFacet(world, flaws),
    }),
  };
}
