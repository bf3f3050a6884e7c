import { FleetSink } from '@fairway/backstage-plugin-multicluster-node';

/**
 * Raised whenever project gives other facts of the same object. Stored facts of an older form are then listed anew,
 * because a resume alone would leave those that never change as they were.
 */
const FORM = 'k5:';

/** Writes the form of the facts into every checkpoint, and takes one of another form, or an empty one, as none. @internal */
export function versionedSink(sink: FleetSink): FleetSink {
  return {
    async checkpoint(lane) {
      const stored = await sink.checkpoint(lane);
      return stored?.startsWith(FORM)
        ? stored.slice(FORM.length) || undefined
        : undefined;
    },
    referencedKinds: () => sink.referencedKinds(),
    change: batch =>
      sink.change({
        ...batch,
        ...(batch.checkpoint !== undefined && {
          checkpoint: FORM + batch.checkpoint,
        }),
      }),
    async beginSweep(lane) {
      const sweep = await sink.beginSweep(lane);
      return {
        page: facts => sweep.page(facts),
        complete: checkpoint => sweep.complete(FORM + checkpoint),
      };
    },
  };
}
