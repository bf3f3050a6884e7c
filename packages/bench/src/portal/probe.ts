import { monitorEventLoopDelay } from 'node:perf_hooks';
import { percentile } from '../lib/percentile';

/** What a process says of itself. */
export interface Sample {
  /** Resident memory, bytes. */
  rss: number;
  /** Event-loop delay since the last reset, milliseconds. */
  lagP99: number;
  lagMax: number;
  cpuSeconds: number;
  /** Our own time for topology answers since the last reset, milliseconds. */
  ownP50: number;
  ownP99: number;
}

/**
 * Answers the parent's messages `sample`, `reset` and `gc`: loaded into the process that is measured.
 *
 * @param own - durations to report and to forget at a reset
 */
export function installProbe(own: number[]): void {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  process.on('message', (message: { id: number; ask: string }) => {
    if (message.ask === 'reset') {
      delay.reset();
      own.length = 0;
    }
    if (message.ask === 'gc') {
      (globalThis as { gc?: () => void }).gc?.();
    }
    const { user, system } = process.cpuUsage();
    const sample: Sample = {
      rss: process.memoryUsage.rss(),
      lagP99: delay.percentile(99) / 1e6,
      lagMax: delay.max / 1e6,
      cpuSeconds: (user + system) / 1e6,
      ownP50: percentile(own, 0.5),
      ownP99: percentile(own, 0.99),
    };
    process.send?.({ id: message.id, sample });
  });
}
