import { Lane } from './Lane';
import { LanePosition } from './LanePosition';
import { ObjectChange } from './ObjectBatcher';

/** Stores what a watch brought, together with how far it came; nothing but that when there is no change. @internal */
export async function storeChanges(
  lane: Lane,
  position: LanePosition,
  changes: ObjectChange[],
): Promise<void> {
  const { context, lane: name } = lane.options;
  position.storedAt = context.now();
  await context.sink.change({
    lane: name,
    upserts: changes.flatMap(({ object, gone }) =>
      gone ? [] : object.upserts,
    ),
    deletes: changes.flatMap(({ object, gone }) =>
      gone ? object.keys : object.deletes,
    ),
    // Read together with the batch: everything up to here is in this batch or in one before.
    checkpoint: position.resourceVersion,
  });
}
