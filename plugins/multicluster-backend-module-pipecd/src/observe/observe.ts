import { ObserveRunsContext } from '@fairway/backstage-plugin-multicluster-node';
import { observeAll } from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { projectApplication } from '../project/projectApplication';
import { ProjectContext } from '../project/ProjectContext';
import { projectPiped } from '../project/projectPiped';
import { ProjectReader } from '../ProjectReader';
import { Belongings } from './Belongings';
import { DeploymentPoller } from './DeploymentPoller';
import { LaneAttempts } from './LaneAttempts';
import { lanes } from './lanes';
import { observeDeployments } from './observeDeployments';
import { observeList } from './observeList';
import { Pace } from './Pace';
import { PipedReader } from './PipedReader';
import { SourceFacts } from './SourceFacts';

/** What is observed of a project, and how. @internal */
export interface ObserveOptions {
  reader: ProjectReader;
  project: ProjectContext;
}

/** What the pollers of one observation share. */
interface Shared extends ObserveOptions {
  pace: Pace;
  belongings: Belongings;
  facts: SourceFacts;
}

/**
 * Observes a project until the signal aborts: one poller for its deployments, one for its applications and one for its pipeds,
 * each of which fails by itself.
 *
 * @throws what the sink throws, a ConflictError when the lease is lost
 * @internal
 */
export async function observe(
  context: ObserveRunsContext,
  options: ObserveOptions,
): Promise<void> {
  const shared: Shared = {
    ...options,
    pace: Pace.create(),
    belongings: Belongings.create(),
    facts: SourceFacts.create(context.report, options.reader),
  };
  await observeAll(
    context.signal,
    [deployments, applications, pipeds].map(
      poll => (signal: AbortSignal) =>
        untilAborted(signal, () => poll({ ...context, signal }, shared)),
    ),
  );
}

async function deployments(
  context: ObserveRunsContext,
  shared: Shared,
): Promise<void> {
  const attempts = attemptsOf('deployments', context, shared);
  const { reader, project, belongings, facts, pace } = shared;
  const poller = await DeploymentPoller.create({
    context,
    reader,
    project,
    onRun: run => belongings.run(run),
    onCut: () => facts.cut(),
    onForeign: other => facts.foreign(other),
  });
  await observeDeployments(context, { poller, attempts, pace });
}

async function applications(
  context: ObserveRunsContext,
  shared: Shared,
): Promise<void> {
  const { reader, project, belongings, pace } = shared;
  await observeList(context, {
    lane: lanes.applications.lane,
    attempts: attemptsOf('applications', context, shared),
    pace,
    hurry: () => belongings.news.next(),
    read: async () => {
      const { signal } = context;
      const raw = await reader.applications({ signal });
      const facts = raw.flatMap(one => projectApplication(one, project) ?? []);
      facts.forEach(fact => belongings.pipeline(fact));
      return facts;
    },
  });
}

async function pipeds(
  context: ObserveRunsContext,
  shared: Shared,
): Promise<void> {
  const { reader, belongings, pace } = shared;
  const named = belongings.pipeds;
  const source = PipedReader.create({ reader, pace, named });
  await observeList(context, {
    lane: lanes.pipeds.lane,
    attempts: attemptsOf('pipeds', context, shared),
    pace,
    read: async () => {
      const raw = await source.read(context.signal);
      return raw?.flatMap(one => projectPiped(one) ?? []);
    },
  });
}

function attemptsOf(
  name: keyof typeof lanes,
  { report, signal }: ObserveRunsContext,
  { reader }: Shared,
): LaneAttempts {
  return LaneAttempts.create({
    ...lanes[name],
    report,
    probe: () => reader.probe({ signal }),
  });
}

/** A call that the signal ended rejects with its reason; that is an end, not a failure. */
async function untilAborted(
  signal: AbortSignal,
  poll: () => Promise<void>,
): Promise<void> {
  try {
    await poll();
  } catch (error) {
    if (!signal.aborted) {
      throw error;
    }
  }
}
