import { monitorEventLoopDelay } from 'node:perf_hooks';

/** What a process says of itself. */
export interface Sample {
  /** Resident memory, bytes. */
  rss: number;
  /** Event-loop delay since the last reset, milliseconds. */
  lagP99: number;
  lagMax: number;
  cpuSeconds: number;
}

/** Answers the parent's messages `sample`, `reset` and `gc`: loaded into the process that is measured. */
export function installProbe(): void {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  process.on('message', (message: { id: number; ask: string }) => {
    if (message.ask === 'reset') {
      delay.reset();
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
    };
    process.send?.({ id: message.id, sample });
  });
}
