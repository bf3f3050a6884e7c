/** A command as the control plane gives it to a piped. */
export interface ScriptedCommand {
  id: string;
  type?: number;
  deployment_id?: string;
  stage_id?: string;
  commander?: string;
}
