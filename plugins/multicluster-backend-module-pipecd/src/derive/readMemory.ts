import { DerivedRun } from '@fairway/backstage-plugin-multicluster-node';
import { RunMemory } from './RunMemory';

/** What an earlier derivation kept; nothing when there was none. @internal */
export function readMemory(previous: DerivedRun | undefined): RunMemory {
  const memory = (previous?.memory ?? {}) as Partial<RunMemory>;
  return {
    ...memory,
    starts: Array.isArray(memory.starts) ? memory.starts : [],
  };
}
