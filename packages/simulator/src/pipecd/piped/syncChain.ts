import type { ControlPlane } from '../controlplane/ControlPlane';
import { CommandType } from '../model/enums';
import type { Deployment } from '../model/messages';

/** Asks for the other blocks of a chain, all at once; each waits for the one before. Their commander is the chain. */
export function syncChain(
  controlPlane: ControlPlane,
  first: Deployment,
  names: string[],
): void {
  const chainId = first.deployment_chain_id!;
  const applications = [...controlPlane.applications.values()];
  names.forEach((name, index) => {
    const application = applications.find(candidate => candidate.name === name);
    if (application) {
      controlPlane.addCommand({
        piped_id: application.piped_id,
        application_id: application.id,
        project_id: application.project_id,
        commander: chainId,
        type: CommandType.CHAIN_SYNC_APPLICATION,
        chain_sync_application: {
          deployment_chain_id: chainId,
          block_index: index + 1,
          application_id: application.id,
        },
      });
    }
  });
}
