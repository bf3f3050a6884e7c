import type { LogLine, ReadLogs } from '../apiserver/logs/ReadLogs';
import type { KubeObject } from '../apiserver/ObjectStore';
import type { Clock } from '../clock/Clock';
import { kubernetesTypes } from '../karmada/types/kubernetesTypes';
import type { PodTemplate } from '../karmada/model/Workload';
import type { MemberCluster } from './MemberCluster';
import { podBehaviour } from './podBehaviour';
import type { PodStatus } from './podStatus';

/** A line every so often; what is older than this many lines is no longer kept. */
const INTERVAL = 2_000;
const KEPT = 200;

const PATHS = ['/', '/healthz', '/api/items', '/api/items/42', '/metrics'];

function serveLine(index: number, pod: string): string {
  const path = PATHS[(index * 7 + pod.length) % PATHS.length];
  const status = index % 23 === 22 ? 500 : 200;
  return `level=info msg="request served" pod=${pod} method=GET path=${path} status=${status} durationMs=${
    3 + ((index * 13) % 40)
  }`;
}

const CRASH = [
  'level=info msg="starting"',
  'level=info msg="reading configuration" file=/etc/app/config.yaml',
  'level=error msg="cannot start" error="configuration: unknown key \\"databse.url\\""',
  'level=fatal msg="exiting" code=1',
];

function lineOf(pod: KubeObject, index: number): string {
  const { name } = pod.metadata;
  if (podBehaviour(pod) === 'crash-loop') {
    return CRASH[index % CRASH.length];
  }
  const [{ image }] = (pod.spec as PodTemplate['spec']).containers;
  return index === 0
    ? `level=info msg="started" image=${image}`
    : serveLine(index, name);
}

function endAtOnce(end: () => void): () => void {
  end();
  return () => {};
}

/** Writes a line every so often until the pod goes or nobody listens any more. */
function followPod(
  { member, clock }: { member: MemberCluster; clock: Clock },
  pod: KubeObject,
  from: {
    next: number;
    line: (index: number) => LogLine;
    listener: (line: LogLine) => void;
    end: () => void;
  },
): () => void {
  let { next } = from;
  let cancel = () => {};
  const again = () => {
    cancel = clock.after(INTERVAL, () => {
      from.listener({ ...from.line(next), at: clock.now() });
      next += 1;
      again();
    });
  };
  again();
  const forget = member.store.subscribe(({ type, object }) => {
    if (type === 'DELETED' && object.metadata.uid === pod.metadata.uid) {
      from.end();
    }
  });
  return () => {
    cancel();
    forget();
  };
}

/** The logs of a member's pods: made up from the pod and the time, so that the same question has the same answer. */
export function podLogs(member: MemberCluster, clock: Clock): ReadLogs {
  const world = { member, clock };
  return ({ namespace, pod: name }) => {
    const pod = member.store.get(kubernetesTypes.Pod, namespace, name);
    const { startTime, phase } = (pod?.status ?? {}) as Partial<PodStatus>;
    if (!pod || !startTime || phase === 'Pending') {
      return undefined;
    }
    const start = Date.parse(startTime);
    const age = Math.max(0, clock.now() - start);
    const ended = phase === 'Succeeded' || phase === 'Failed';
    const written =
      Math.floor((ended ? Math.min(age, 8_000) : age) / INTERVAL) + 1;
    const first = Math.max(0, written - KEPT);
    const line = (index: number): LogLine => ({
      at: start + index * INTERVAL,
      text: lineOf(pod, index),
    });
    const lines = Array.from({ length: written - first }, (_, index) =>
      line(first + index),
    );
    return {
      lines,
      follow: (listener, end) =>
        ended
          ? endAtOnce(end)
          : followPod(world, pod, { next: written, line, listener, end }),
    };
  };
}
