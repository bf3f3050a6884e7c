import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { MulticlusterClient } from '@fairway/backstage-plugin-multicluster-common';
import { createPlacementWaitAction } from './actions/createPlacementWaitAction';
import { createPropagationPolicyWriteAction } from './actions/createPropagationPolicyWriteAction';

/**
 * Template actions that write a propagation policy and wait for a placement. None of them writes to a control plane.
 *
 * @public
 */
export const scaffolderModuleMulticluster = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'multicluster',
  register(reg) {
    reg.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        auth: coreServices.auth,
        discovery: coreServices.discovery,
      },
      async init({ actions, auth, discovery }) {
        const api = new MulticlusterClient({ discoveryApi: discovery });
        actions.addActions(
          createPropagationPolicyWriteAction(),
          createPlacementWaitAction({ api, auth }),
        );
      },
    });
  },
});
