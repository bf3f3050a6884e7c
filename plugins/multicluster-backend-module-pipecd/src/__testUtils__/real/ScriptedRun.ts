import { ScriptedStage } from './ScriptedStage';

/** A deployment as the scripted piped keeps it. */
export interface ScriptedRun {
  id: string;
  applicationId: string;
  status: number;
  needed: number;
  stages: ScriptedStage[];
  /** Lines of logs by stage: the index of the next one, and all that were sent. */
  logs: Map<string, Array<{ index: number; log: string; created_at: number }>>;
  skip: number;
}
