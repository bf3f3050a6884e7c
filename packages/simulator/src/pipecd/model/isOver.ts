import { DeploymentStatus } from './enums';
import type { Deployment } from './messages';

/** Whether nothing more comes of a deployment. One in a status that came later than these still goes on. */
export function isOver({ status = 0 }: Pick<Deployment, 'status'>): boolean {
  return (
    status >= DeploymentStatus.SUCCESS && status <= DeploymentStatus.CANCELLED
  );
}
