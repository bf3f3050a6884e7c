import { MemoryRunsSink } from '../../MemoryRunsSink';

/** Waits until nothing was written for `quietMs`, at most ten times as long. @internal */
export async function settle(
  sink: MemoryRunsSink,
  quietMs = 300,
): Promise<void> {
  let seen = -1;
  for (let i = 0; i < 10 && seen !== sink.writes.length; i++) {
    seen = sink.writes.length;
    await new Promise(resolve => setTimeout(resolve, quietMs));
  }
}
