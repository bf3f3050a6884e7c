import {
  Sentence,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  Caller,
  LaneCheck,
  LaneRequest,
  LaneUnreadableError,
  UnmappedCallerError,
} from '@fairway/backstage-plugin-multicluster-node';
import {
  ClusterIdentity,
  KubernetesError,
  read,
} from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { KarmadaConnections } from '../connect';
import { nameList } from '../derive/nameList';
import { isSoundVersion } from './isSoundVersion';
import { looseDependencies } from './looseDependencies';
import { missingWriteRights } from './missingWriteRights';
import { policyChecks } from './policyChecks';
import { possibleClusters } from './possibleClusters';
import { LaneBinding } from './LaneBinding';
import { readBindings } from './readBindings';
import { readClusters } from './readClusters';
import { readHoldSupport } from './readHoldSupport';
import { readPolicy } from './readPolicy';
import { readWorks } from './readWorks';

/** What a lane is checked with. @internal */
export interface LaneCheckers {
  connections: KarmadaConnections;
  identity: ClusterIdentity;
  /** Version of the control plane, as the configuration says. */
  version?: string;
}

type Request = LaneRequest & { caller?: Caller };

/**
 * Everything that has to hold before a lane is armed. What cannot be found out does not hold.
 *
 * @throws the reason of the signal
 * @internal
 */
export async function checkLane(
  request: Request,
  checkers: LaneCheckers,
): Promise<LaneCheck[]> {
  const deadline = AbortSignal.timeout(request.deadlineMs);
  const signal = AbortSignal.any([request.signal, deadline]);
  const bounded = { ...request, signal };
  const checks = await Promise.all([
    attempt('unreadable', () => checkPolicy(bounded, checkers)),
    attempt('version-too-old', () => checkVersion(bounded, checkers)),
    attempt('rights-missing', () => checkRights(bounded, checkers)),
  ]);
  request.signal.throwIfAborted();
  return checks.flat();
}

async function attempt(
  code: LaneCheck['code'],
  check: () => Promise<LaneCheck[]>,
): Promise<LaneCheck[]> {
  try {
    return await check();
  } catch (error) {
    return [failed(code, error)];
  }
}

function failed(
  code: LaneCheck['code'],
  error: unknown,
  said = 'lane.check.unreadable',
): LaneCheck {
  if (error instanceof LaneUnreadableError) {
    return no(error.code, error.sentence);
  }
  if (error instanceof UnmappedCallerError) {
    return no(code, error.sentence);
  }
  const detail =
    error instanceof KubernetesError
      ? error.statusMessage ?? error.code
      : 'no answer';
  return no(code, sentence(said, { detail }));
}

function no(code: LaneCheck['code'], said: Sentence): LaneCheck {
  return { code, ok: false, sentence: said };
}

function yes(code: LaneCheck['code'], said: Sentence): LaneCheck {
  return { code, ok: true, sentence: said };
}

async function checkPolicy(
  request: Request,
  checkers: LaneCheckers,
): Promise<LaneCheck[]> {
  const { connections } = checkers;
  const { signal } = request;
  const policy = await readPolicy(connections.read, request.policy, signal);
  const [clusters, bindings] = await Promise.all([
    readClusters(connections.read, signal),
    readBindings(connections.read, policy.fact, signal),
  ]);
  const { placement } = read.record(policy.object.spec);
  return [
    ...policyChecks(policy, possibleClusters(placement, clusters)),
    ...(await checkWorks(bindings, connections, signal)),
    ...(await attempt('dependencies-not-held', async () => [
      await checkDependencies(bindings, {
        transport: connections.read,
        policyId: policy.fact.policyId,
        signal,
      }),
    ])),
  ];
}

async function checkWorks(
  bindings: LaneBinding[],
  { works, configKey }: KarmadaConnections,
  signal: AbortSignal,
): Promise<LaneCheck[]> {
  if (!works) {
    const key = `${configKey}.credentials.works`;
    return [no('works-unreadable', sentence('lane.check.works.off', { key }))];
  }
  try {
    const { length: count } = await readWorks(works, bindings, { signal });
    return [
      yes('works-unreadable', sentence('lane.check.works.ok', { count })),
    ];
  } catch (error) {
    return [failed('works-unreadable', error, 'lane.check.works.failed')];
  }
}

async function checkDependencies(
  ...args: Parameters<typeof looseDependencies>
): Promise<LaneCheck> {
  const code = 'dependencies-not-held';
  const { names, unknown } = await looseDependencies(...args);
  if (names.length > 0) {
    return no(
      code,
      sentence('lane.check.dependencies.failed', { names: nameList(names) }),
    );
  }
  return unknown
    ? no(code, sentence('lane.check.dependencies.unknown'))
    : yes(code, sentence('lane.check.dependencies.ok'));
}

async function checkVersion(
  { signal }: Request,
  { connections, version }: LaneCheckers,
): Promise<LaneCheck[]> {
  const code = 'version-too-old';
  const support = await readHoldSupport(connections.read, signal);
  if (support === 'none') {
    return [no(code, sentence('lane.check.version.none'))];
  }
  if (support === 'sound' || (version && isSoundVersion(version))) {
    return [yes(code, sentence('lane.check.version.ok'))];
  }
  const key = `${connections.configKey}.version`;
  return [
    no(
      code,
      version
        ? sentence('lane.check.version.unfixed', { version })
        : sentence('lane.check.version.unknown', { key }),
    ),
  ];
}

async function checkRights(
  request: Request,
  { connections, identity }: LaneCheckers,
): Promise<LaneCheck[]> {
  const code = 'rights-missing';
  const missing = await missingWriteRights(request, connections, identity);
  if (!missing) {
    const key = `${connections.configKey}.credentials.act`;
    return [no(code, sentence('lane.check.rights.off', { key }))];
  }
  return [
    missing.length > 0
      ? no(
          code,
          sentence('lane.check.rights.failed', { rights: missing.join('; ') }),
        )
      : yes(code, sentence('lane.check.rights.ok')),
  ];
}
