import { createBackendModule } from '@backstage/backend-plugin-api';
import { pipecdActAsExtensionPoint } from '@fairway/backstage-plugin-multicluster-backend-module-pipecd';
import { SignedSessions } from './SignedSessions';

/**
 * Lets decisions at PipeCD be made in the name of the person who decides, for projects with `web.mode: signing-key`.
 *
 * @public
 */
export const multiclusterModulePipecdImpersonation = createBackendModule({
  pluginId: 'multicluster',
  moduleId: 'pipecd-impersonation',
  register(reg) {
    reg.registerInit({
      deps: { pipecd: pipecdActAsExtensionPoint },
      async init({ pipecd }) {
        pipecd.setActAs(SignedSessions.create());
      },
    });
  },
});
