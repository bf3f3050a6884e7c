import {
  Sentence,
  sentence,
  Stage,
} from '@fairway/backstage-plugin-multicluster-common';

/** Approvals of people who are not on the list of the gate: older control planes let them pass. @internal */
export function unlistedNotes(stages: readonly Stage[]): Sentence[] {
  return stages.flatMap(({ name, gate }) =>
    (gate?.decisions ?? [])
      .filter(({ verdict, listed }) => verdict === 'approved' && !listed)
      .map(({ actor }) =>
        sentence('run.note.unlisted', { actor: actor.nativeId, stage: name }),
      ),
  );
}
