import { FleetSink } from '../contract';

/**
 * Writes the form of the facts into every checkpoint, and takes one of another form, or an empty one, as none.
 *
 * @param form - raised whenever a source gives other facts of the same object: what is stored in an older form is then listed
 * anew, because a resume alone would leave objects that never change as they were
 * @public
 */
export function versionedSink(sink: FleetSink, form: string): FleetSink {
  return {
    async checkpoint(lane) {
      const stored = await sink.checkpoint(lane);
      return stored?.startsWith(form)
        ? stored.slice(form.length) || undefined
        : undefined;
    },
    referencedKinds: () => sink.referencedKinds(),
    change: batch =>
      sink.change({
        ...batch,
        ...(batch.checkpoint !== undefined && {
          checkpoint: form + batch.checkpoint,
        }),
      }),
    async beginSweep(lane) {
      const sweep = await sink.beginSweep(lane);
      return {
        page: facts => sweep.page(facts),
        complete: checkpoint => sweep.complete(form + checkpoint),
      };
    },
  };
}
