import {
  ActionResult,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { LaneChange } from '@fairway/backstage-plugin-multicluster-node';
import {
  KubernetesError,
  KubernetesTransport,
  read,
  resourcePath,
} from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { writeFailure } from '../act/writeFailure';
import { Writer } from '../act/Writer';
import { keys } from '../project/keys';
import { PolicyKind, projectPolicy } from '../project/projectPolicy';
import { appliedPolicy, WantedForm } from './appliedPolicy';
import { FIELD_MANAGER } from './FIELD_MANAGER';
import { freeOrphans } from './freeOrphans';
import { otherManagers } from './otherManagers';
import { policyResource } from './policyResource';
import { readClusters } from './readClusters';
import { LivePolicy, readPolicy } from './readPolicy';

type Result = ActionResult & { resourceVersion?: string };

const words = { stale: 'lane.stale', gone: 'lane.gone' };

/**
 * One change of the form in which a policy holds: one server-side apply of that field alone, without force, on the condition
 * that the policy is still what was looked at.
 *
 * @throws the reason of the signal when that aborted before anything was sent
 * @internal
 */
export async function changeLane(
  request: LaneChange,
  writer: Writer,
  reader: KubernetesTransport,
): Promise<Result> {
  const { actedAs } = writer;
  request.signal.throwIfAborted();
  const deadline = AbortSignal.timeout(request.deadlineMs);
  const signal = AbortSignal.any([request.signal, deadline]);
  try {
    const policy = await readPolicy(reader, request.policy, signal);
    if (policy.fact.deleting) {
      return refused('lane.check.deleting.failed', actedAs);
    }
    const form = await formOf(request, reader, signal);
    const settled = settle(request, policy, form, actedAs);
    if (settled) {
      return settled;
    }
    request.signal.throwIfAborted();
    return await apply(request, writer, form);
  } catch (error) {
    request.signal.throwIfAborted();
    const gone = error instanceof KubernetesError && error.status === 404;
    return gone && request.form === 'disarm'
      ? await freeOrphans(request, writer, reader)
      : writeFailure(error, actedAs, { sent: false, words });
  }
}

/**
 * While releasing, every cluster of the control plane but the released ones is on the list: what is not on it receives content
 * at once, and the placement may be changed meanwhile.
 */
async function formOf(
  { form, clusters, policy }: LaneChange,
  reader: KubernetesTransport,
  signal: AbortSignal,
): Promise<WantedForm> {
  if (form !== 'release') {
    return form === 'hold' ? true : undefined;
  }
  const registered = await readClusters(reader, signal);
  const named = read.strings(policy.native.hold);
  const all = new Set([...registered.map(({ name }) => name), ...named]);
  return [...all].filter(name => !clusters.includes(name)).sort();
}

/** What can be answered without sending anything. */
function settle(
  request: LaneChange,
  policy: LivePolicy,
  form: WantedForm,
  actedAs: ActionResult['actedAs'],
): Result | undefined {
  if (request.form === 'release' && request.clusters.length === 0) {
    const said = sentence('lane.nothingReleased');
    return {
      ...refused('lane.stale', actedAs, 'invalid-input'),
      sentence: said,
    };
  }
  const { resourceVersion } = policy;
  if (isAlready(policy, form, request)) {
    return {
      outcome: 'noop',
      sentence: sentence('lane.already'),
      actedAs,
      precondition: resourceVersion,
      resourceVersion,
      retryable: false,
    };
  }
  if (resourceVersion !== request.resourceVersion && !isFirstLook(request)) {
    return refused('lane.stale', actedAs);
  }
  const managers = otherManagers(policy.object);
  return managers.length > 0 && request.form !== 'disarm'
    ? {
        ...refused('lane.stale', actedAs),
        sentence: sentence('lane.managedElsewhere', {
          managers: managers.join(', '),
        }),
      }
    : undefined;
}

/** Whoever only looks may not know yet what to send. */
function isFirstLook({ dryRun, resourceVersion }: LaneChange): boolean {
  return dryRun && resourceVersion === '';
}

function isAlready(
  { fact, object }: LivePolicy,
  form: WantedForm,
  { note }: LaneChange,
): boolean {
  const { hold, by } = fact.native;
  const annotations = read.record(read.record(object.metadata).annotations);
  if (form === undefined) {
    return hold === undefined && by === undefined;
  }
  return (
    by === note.by &&
    annotations[keys.heldRequest] === note.requestId &&
    JSON.stringify(Array.isArray(hold) ? [...hold].sort() : hold) ===
      JSON.stringify(form)
  );
}

async function apply(
  request: LaneChange,
  { transport, as, actedAs }: Writer,
  form: WantedForm,
): Promise<Result> {
  const { policy, dryRun, deadlineMs } = request;
  try {
    const live = isFirstLook(request) ? undefined : request.resourceVersion;
    const answer = read.record(
      await transport.json({
        method: 'PATCH',
        path: resourcePath(policyResource(policy), {
          namespace: policy.namespace || undefined,
          name: policy.name,
        }),
        query: {
          fieldManager: FIELD_MANAGER,
          ...(dryRun && { dryRun: 'All' }),
        },
        contentType: 'application/apply-patch+yaml',
        body: appliedPolicy({ ...request, resourceVersion: live }, form),
        as,
        // Given up half-way, nobody would know whether it was taken; the deadline alone ends it.
        deadlineMs,
      }),
    );
    const resourceVersion =
      read.string(read.record(answer.metadata).resourceVersion) ?? '';
    return {
      outcome: dryRun ? 'requested' : 'applied',
      sentence: saidOf(request, answer),
      actedAs,
      precondition: resourceVersion,
      ...(!dryRun && { resourceVersion }),
      retryable: false,
    };
  } catch (error) {
    return writeFailure(error, actedAs, { sent: !dryRun, words });
  }
}

function saidOf(
  { form, clusters, policy }: LaneChange,
  answer: Record<string, unknown>,
) {
  switch (form) {
    case 'hold':
      return sentence('lane.held');
    case 'release':
      return sentence('lane.released', { clusters: clusters.join(', ') });
    default:
      return isHeldIn(answer, policy)
        ? sentence('lane.disarmed.elsewhere', {
            managers: otherManagers(answer, 'hold').join(', ') || 'somebody',
          })
        : sentence('lane.disarmed');
  }
}

/** An apply drops what it held alone: a field that somebody else holds as well stays, and with it everything that it keeps back. */
function isHeldIn(
  answer: Record<string, unknown>,
  { kind }: LaneChange['policy'],
): boolean {
  return projectPolicy(answer, kind as PolicyKind)?.native.hold !== undefined;
}

function refused(
  said: string,
  actedAs: ActionResult['actedAs'],
  code: ActionResult['code'] = 'conflict',
): Result {
  return {
    outcome: 'refused',
    code,
    sentence: sentence(said),
    actedAs,
    retryable: false,
  };
}
