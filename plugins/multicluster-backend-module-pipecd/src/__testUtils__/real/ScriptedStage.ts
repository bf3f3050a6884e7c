/** A stage as the scripted piped keeps it. */
export interface ScriptedStage {
  id: string;
  name: string;
  status: number;
  metadata: Record<string, string>;
  requires: string[];
}
