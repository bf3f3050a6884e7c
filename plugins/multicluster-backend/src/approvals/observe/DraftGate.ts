import { Gate } from '@fairway/backstage-plugin-multicluster-common';

/** A gate of a run: one that its tool waits at, or the name by which a stage of it asks. */
export type DraftGate =
  | { kind: 'gate'; gate: Gate }
  | { kind: 'pull'; name: string; stageId?: string };
