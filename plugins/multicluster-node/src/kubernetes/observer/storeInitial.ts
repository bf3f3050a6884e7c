import { FleetSweep } from '../../contract';
import { Lane } from './Lane';
import { ObjectChange } from './ObjectBatcher';

/** Stores a part of a streaming list. Objects can go while it runs. @internal */
export async function storeInitial(
  lane: Lane,
  sweep: FleetSweep,
  changes: ObjectChange[],
): Promise<void> {
  await sweep.page(
    changes.flatMap(({ object, gone }) => (gone ? [] : object.upserts)),
  );
  const deletes = changes.flatMap(({ object, gone }) =>
    gone ? object.keys : [],
  );
  if (deletes.length > 0) {
    const { context, lane: name } = lane.options;
    await context.sink.change({ lane: name, upserts: [], deletes });
  }
}
