import { createBackend } from '@backstage/backend-defaults';
import { demoAuthModule } from './demo/demoAuthModule';
import { demoPermissionPolicyModule } from './demo/demoPermissionPolicy';
import { demoPersonasPlugin } from './demo/demoPersonasPlugin';

const backend = createBackend();

backend.add(import('@backstage/plugin-app-backend'));
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-user-settings-backend'));

backend.add(import('@fairway/backstage-plugin-multicluster-backend'));
backend.add(
  import('@fairway/backstage-plugin-multicluster-backend-module-karmada'),
);
backend.add(
  import('@fairway/backstage-plugin-multicluster-backend-module-kubernetes'),
);
backend.add(
  import('@fairway/backstage-plugin-multicluster-backend-module-pipecd'),
);
backend.add(
  import('@fairway/backstage-plugin-catalog-backend-module-multicluster'),
);

backend.add(demoAuthModule);
backend.add(demoPermissionPolicyModule);
backend.add(demoPersonasPlugin);

backend.start();
