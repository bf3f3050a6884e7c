import { Pod } from '@fairway/backstage-plugin-multicluster-common';
import { read } from '../objects/read';

type Json = Record<string, unknown>;

/** A pod as a person wants to see it; its status word is that of `kubectl get pods`. @public */
export function toPod(raw: unknown): Pod | undefined {
  const object = read.record(raw);
  const metadata = read.record(object.metadata);
  const spec = read.record(object.spec);
  const status = read.record(object.status);
  const name = read.string(metadata.name);
  if (!name) {
    return undefined;
  }
  const statuses = read.list(status.containerStatuses).map(read.record);
  const inits = read.list(status.initContainerStatuses).map(read.record);
  const containers = [
    ...containersOf(spec.initContainers, inits, true),
    ...containersOf(spec.containers, statuses, false),
  ];
  const node = read.string(spec.nodeName);
  const startedAt = read.string(status.startTime);
  const main = containers.filter(container => !container.init);
  return {
    name,
    namespace: read.string(metadata.namespace) ?? '',
    phase: read.string(status.phase) ?? 'Unknown',
    status: statusWord(metadata, status, inits, statuses),
    ready: {
      ready: main.filter(container => container.ready).length,
      total: main.length,
    },
    restarts: statuses.reduce(
      (sum, container) => sum + (read.count(container.restartCount) ?? 0),
      0,
    ),
    ...(node && { node }),
    ...(startedAt && { startedAt }),
    containers,
  };
}

function containersOf(
  specs: unknown,
  statuses: Json[],
  init: boolean,
): Pod['containers'] {
  return read.list(specs).map(item => {
    const container = read.record(item);
    const name = read.string(container.name) ?? '';
    const status = statuses.find(candidate => candidate.name === name);
    return {
      name,
      image: read.string(status?.image) ?? read.string(container.image) ?? '',
      ready: status?.ready === true,
      state: stateWord(status),
      init,
    };
  });
}

function stateWord(status: Json | undefined): string {
  const state = read.record(status?.state);
  const waiting = read.record(state.waiting);
  const terminated = read.record(state.terminated);
  if (state.running) {
    return 'Running';
  }
  if (state.terminated) {
    return read.string(terminated.reason) ?? 'Terminated';
  }
  return read.string(waiting.reason) ?? 'Waiting';
}

function statusWord(
  metadata: Json,
  status: Json,
  inits: Json[],
  statuses: Json[],
): string {
  const phase = read.string(status.phase) ?? 'Unknown';
  const reason = read.string(status.reason);
  if (metadata.deletionTimestamp) {
    return reason === 'NodeLost' ? 'Unknown' : 'Terminating';
  }
  if (reason) {
    return reason;
  }
  const stuckInit = inits.find(container => {
    const state = read.record(container.state);
    const code = read.number(read.record(state.terminated).exitCode);
    return state.waiting || (code !== undefined && code !== 0);
  });
  if (stuckInit) {
    return `Init:${stateWord(stuckInit)}`;
  }
  // The last container in trouble wins, as in kubectl.
  const troubled = statuses.filter(container => {
    const state = read.record(container.state);
    return state.waiting || state.terminated;
  });
  const word = troubled.map(stateWord).at(-1);
  return word && !(word === 'Completed' && phase === 'Running') ? word : phase;
}
