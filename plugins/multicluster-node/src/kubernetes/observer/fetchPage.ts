import { setTimeout as sleep } from 'node:timers/promises';
import { ProblemCode } from '@fairway/backstage-plugin-multicluster-common';
import { FleetFact } from '../../contract';
import { KubernetesError } from '../transport/KubernetesError';
import { backOffDelay } from './backOffDelay';
import { decodeListPage, ListPageMetadata } from './decodeListPage';
import { Lane } from './Lane';
import { noteFailure } from './noteFailure';

/** A page, reduced to facts. @internal */
export interface FetchedPage extends ListPageMetadata {
  facts: FleetFact[];
}

/** How often one page is asked for before the list is given up. */
const ATTEMPTS = 3;

/**
 * Fetches one page. A page that fails in passing is asked for again, so that one hiccup does not cost the pages before.
 *
 * @param continueToken - undefined for the first page
 * @internal
 */
export async function fetchPage(
  lane: Lane,
  continueToken: string | undefined,
  signal: AbortSignal,
): Promise<FetchedPage> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await fetchOnce(lane, continueToken, signal);
    } catch (error) {
      signal.throwIfAborted();
      if (
        !(error instanceof KubernetesError) ||
        continueToken === undefined ||
        attempt >= ATTEMPTS ||
        !passes(error)
      ) {
        throw error;
      }
      noteFailure(lane, error);
      const delay = backOffDelay(attempt, {
        baseMs: lane.timings.backOffBase,
        capMs: lane.timings.backOffCap,
        retryAfterMs: error.retryAfterMs,
        random: lane.random,
      });
      await sleep(delay, undefined, { signal });
    }
  }
}

async function fetchOnce(
  lane: Lane,
  continueToken: string | undefined,
  signal: AbortSignal,
): Promise<FetchedPage> {
  const { transport } = lane.options;
  const body = await transport.limiter.run(signal, () =>
    transport.jsonBytes({
      path: lane.path,
      query: {
        ...lane.query,
        limit: lane.limits.pageSize,
        continue: continueToken,
      },
      accept: lane.accept.list,
      deadlineMs: lane.timings.page,
      maxBytes: lane.limits.pageBytes,
      signal,
    }),
  );
  const facts: FleetFact[] = [];
  const metadata = await decodeListPage(body, {
    what: `GET ${lane.path}`,
    objectBytes: lane.limits.objectBytes,
    take: item => {
      const read = lane.reader.read(item);
      if (read) {
        facts.push(...read.upserts);
      } else {
        lane.health.skipped('malformed');
      }
    },
    skip: code => lane.health.skipped(code),
  });
  return { ...metadata, facts };
}

/** Whether the same page may well come when asked for again. */
function passes(error: KubernetesError): boolean {
  const passing: ProblemCode[] = [
    'unreachable',
    'timeout',
    'upstream-error',
    'not-ready',
    'rate-limited',
  ];
  return !error.expired && passing.includes(error.code);
}
