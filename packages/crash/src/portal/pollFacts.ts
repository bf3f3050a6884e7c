import { LaneReporter } from '@fairway/backstage-plugin-multicluster-node';
import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 150;

/** What an observation of one kind of facts works with. */
interface Context<Fact> {
  signal: AbortSignal;
  sink: {
    change(batch: {
      lane: string;
      upserts: Fact[];
      deletes: [];
      checkpoint: string;
    }): Promise<void>;
  };
  report: Pick<LaneReporter, 'declare' | 'contact' | 'recovered'>;
}

/** Keeps what a parent process has stored, by reading all of it again and again; nothing there ever goes away. */
export async function pollFacts<Fact>(
  { signal, sink, report }: Context<Fact>,
  { lane, subject }: { lane: string; subject: string },
  read: () => Promise<Fact[]>,
): Promise<void> {
  report.declare(lane, { subject });
  while (!signal.aborted) {
    try {
      const upserts = await read();
      await sink.change({ lane, upserts, deletes: [], checkpoint: '1' });
      report.contact(lane);
      report.recovered(lane);
    } catch (error) {
      if (signal.aborted) {
        return;
      }
      // Another replica observes by now.
      if ((error as Error).name === 'ConflictError') {
        throw error;
      }
    }
    await sleep(POLL_MS, undefined, { signal }).catch(() => undefined);
  }
}
