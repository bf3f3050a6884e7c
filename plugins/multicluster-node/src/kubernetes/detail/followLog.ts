import {
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { DetailLogLine, DetailLogRequest } from '../../contract';
import { ImpersonatedUser } from '../transport/impersonationHeaders';
import { KubernetesStream } from '../transport/KubernetesRequest';
import { KubernetesTransport } from '../transport/KubernetesTransport';
import { resourcePath } from '../transport/resourcePath';
import { read } from '../objects/read';
import { findPods, PodSearch } from './findPods';
import { ClusterReader } from './ClusterReader';
import { memberResources } from './memberResources';
import { ExplainRefusal, Refusal } from './Refusal';

/** Longest line passed on; logs are for reading. */
const LINE_BYTES = 64 * 1024;

/** As the kubelet writes it in front of each line when asked for timestamps. */
const TIME = /^(\d{4}-\d{2}-\d{2}T\S+) ?/;

/**
 * Opens the log of a pod of a workload on a cluster.
 *
 * @remarks
 * The pod must be one of the workload's: the right to read one workload's log is no right to read its neighbours', and
 * where the portal's own identity reads, nobody else would check.
 *
 * @throws NotAllowedError, NotFoundError or ServiceUnavailableError that says who refused, before the first line
 * @public
 */
export async function followLog(
  transport: KubernetesTransport,
  request: DetailLogRequest,
  options: {
    as?: ImpersonatedUser;
    search: PodSearch;
    /** As in {@link ClusterReader}. */
    pathOf?: (path: string) => string;
    explain: ExplainRefusal;
  },
): Promise<AsyncIterable<DetailLogLine>> {
  const { cluster, workload, pod, signal, deadlineMs } = request;
  const { as, pathOf, explain } = options;
  try {
    const opening = AbortSignal.any([signal, AbortSignal.timeout(deadlineMs)]);
    const reader = ClusterReader.create({
      transport,
      pathOf,
      as,
      signal: opening,
    });
    const pods = await findPods(reader, workload, options.search);
    const named = pods.items.some(
      item => read.record(item.metadata).name === pod,
    );
    if (!named) {
      throw new NotFoundError(
        pods.problem?.sentence.text ??
          `${workload.kind} ${workload.name} has no pod of that name on ${cluster}`,
      );
    }
    const { namespace } = workload;
    const path = resourcePath(memberResources.pods, {
      namespace,
      name: pod,
      subresource: ['log'],
    });
    const stream = await transport.stream({
      path: pathOf ? pathOf(path) : path,
      query: {
        container: request.container,
        follow: request.follow || undefined,
        previous: request.previous || undefined,
        tailLines: request.tailLines,
        timestamps: true,
      },
      accept: '*/*',
      as,
      signal,
      deadlineMs,
      maxLineBytes: LINE_BYTES,
    });
    return lines(stream);
  } catch (error) {
    signal.throwIfAborted();
    throw error instanceof NotFoundError
      ? error
      : toError(explain(error, cluster));
  }
}

async function* lines(stream: KubernetesStream): AsyncGenerator<DetailLogLine> {
  for await (const batch of stream.batches) {
    for (const { text } of batch) {
      const time = text.match(TIME)?.[1];
      const rest = text.replace(TIME, '').replace(/\r$/, '');
      yield time ? { time, text: rest } : { text: rest };
    }
  }
}

function toError({ code, sentence }: Refusal): Error {
  switch (code) {
    case 'forbidden':
    case 'unauthenticated':
      return new NotAllowedError(sentence.text);
    case 'not-served':
      return new NotFoundError(sentence.text);
    default:
      return new ServiceUnavailableError(sentence.text);
  }
}
