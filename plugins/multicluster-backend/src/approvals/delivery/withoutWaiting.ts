import { JsonObject } from '@backstage/types';
import { StepRecord } from '../model/StepRecord';

/** What a step still knows once it waits no more, or is taken up anew: `waiting` is about that waiting alone, and another begins at nought. */
export function withoutWaiting({
  memory = {},
}: Pick<StepRecord, 'memory'>): JsonObject | undefined {
  const { waiting: _, ...kept } = memory;
  return Object.keys(kept).length > 0 ? kept : undefined;
}
