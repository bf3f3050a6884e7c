import {
  Sentence,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  laneDigest,
  LaneObservation,
  LaneRequest,
} from '@fairway/backstage-plugin-multicluster-node';
import { read } from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { nameList } from '../derive/nameList';
import { isSettled } from './isSettled';
import { MemberObjects } from './MemberObjects';
import { LaneReaders } from './readContent';
import { readBindings } from './readBindings';
import { readClusters } from './readClusters';
import { LivePolicy, readPolicy } from './readPolicy';
import { readWorks } from './readWorks';
import { RenderedWork } from './RenderedWork';
import { toLaneObject } from './toLaneObject';
import { workProgress } from './workProgress';

type Request = LaneRequest & {
  cluster: string;
  digest: string;
  /** Its arrival was seen before. */
  over?: boolean;
};

/**
 * Whether a cluster has what was released to it: by what it reports where that proves it, else by the objects themselves. The
 * worst of all objects counts.
 *
 * @throws KubernetesError when what is rendered cannot be read; that is no outcome
 * @internal
 */
export async function observeLane(
  request: Request,
  readers: LaneReaders,
  members: MemberObjects | undefined,
): Promise<LaneObservation> {
  const { cluster } = request;
  const deadline = AbortSignal.timeout(request.deadlineMs);
  const signal = AbortSignal.any([request.signal, deadline]);
  const { fact } = await readPolicy(readers.read, request.policy, signal);
  const [bindings, clusters] = await Promise.all([
    readBindings(readers.read, fact, signal),
    readClusters(readers.read, signal),
  ]);
  const works = await readWorks(readers.works, bindings, { cluster, signal });
  if (works.some(item => !isSettled(item, undefined))) {
    return say('progressing', 'lane.waiting.render', { cluster });
  }
  const objects = await Promise.all(
    works.map(item => toLaneObject(item, readers.digester)),
  );
  if (laneDigest(objects.flatMap(item => item ?? [])) !== request.digest) {
    return say('changed', 'lane.changed', { cluster });
  }
  if (works.length === 0) {
    return say('observed', 'lane.seen.none', { cluster });
  }
  const { state } = clusters.find(({ name }) => name === cluster) ?? {};
  return state === 'ready'
    ? await judge(works, cluster, members, {
        // Of a release whose arrival nobody saw, a hold says that it was never sent: what is reported is of the one before.
        held: request.over === true && isHeld(fact, cluster),
        signal,
        // Begins now, so that a control plane that takes its time leaves a member no less of it.
        patience: AbortSignal.timeout(request.deadlineMs / 2),
      })
    : say('unreachable', 'lane.unreachable', { cluster });
}

function say(
  outcome: LaneObservation['outcome'],
  code: string,
  params: Record<string, string | number>,
): LaneObservation {
  return { outcome, sentence: sentence(code, params) };
}

/** By the policy, which Works hear of a moment later. */
function isHeld({ native: { hold } }: LivePolicy['fact'], cluster: string) {
  return hold === true || read.strings(hold).includes(cluster);
}

/** How to look. See {@link workProgress} and {@link MemberObjects.compare}. */
interface Look {
  held: boolean;
  signal: AbortSignal;
  patience: AbortSignal;
}

interface Judged {
  name: string;
  outcome: 'observed' | 'progressing' | 'unhealthy' | 'unproven';
  /** Code of the sentence for several of one kind, or the sentence of one. */
  said: string | Sentence;
}

async function judge(
  works: RenderedWork[],
  cluster: string,
  members: MemberObjects | undefined,
  look: Look,
): Promise<LaneObservation> {
  const judged = await Promise.all(
    works.map(item => judgeOne(item, cluster, members, look)),
  );
  for (const outcome of ['unhealthy', 'progressing', 'unproven'] as const) {
    const some = judged.filter(item => item.outcome === outcome);
    if (some.length > 0) {
      return { outcome, sentence: sayOf(some, cluster) };
    }
  }
  return say('observed', 'lane.seen', { cluster, count: works.length });
}

function sayOf(some: Judged[], cluster: string): Sentence {
  const [{ said }] = some;
  if (typeof said !== 'string') {
    return said;
  }
  const names = some.filter(item => item.said === said).map(item => item.name);
  return sentence(said, { cluster, names: nameList(names.sort()) });
}

async function judgeOne(
  rendered: RenderedWork,
  cluster: string,
  members: MemberObjects | undefined,
  { held, signal, patience }: Look,
): Promise<Judged> {
  const { kind, name: own } = rendered.binding.fact.workload;
  const name = `${kind} ${own}`;
  const progress = workProgress(rendered, { held });
  const progressing = (said: string | Sentence): Judged => ({
    name,
    outcome: 'progressing',
    said,
  });
  switch (progress.state) {
    case 'done':
      return { name, outcome: 'observed', said: '' };
    case 'dispatching':
      return progressing('lane.waiting.dispatch');
    case 'behind':
      return progressing('lane.waiting.generation');
    case 'copies': {
      const { running, wanted } = progress;
      const params = { cluster, name, running, wanted };
      return progressing(sentence('lane.waiting.copies', params));
    }
    case 'look': {
      const seen = await members?.compare(rendered, signal, patience);
      if (seen === undefined) {
        return { name, outcome: 'unproven', said: 'lane.unproven' };
      }
      return seen
        ? { name, outcome: 'observed', said: '' }
        : progressing('lane.waiting.content');
    }
    default: {
      const { detail, state } = progress;
      const code =
        state === 'failed' ? 'lane.unhealthy.job' : 'lane.unhealthy.applied';
      const said = sentence(code, {
        cluster,
        name: state === 'failed' ? own : name,
        detail,
      });
      return { name, outcome: 'unhealthy', said };
    }
  }
}
