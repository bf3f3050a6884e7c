import { createBackend } from '@backstage/backend-defaults';
import {
  BackendFeature,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { multiclusterSourcesExtensionPoint } from '@fairway/backstage-plugin-multicluster-node';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from '../lib/root';
import { installProbe } from '../portal/probe';
import { GatesSource } from './GatesSource';
import { arrivalsFile } from './gatesWorld';

installProbe([]);

// The portal as `npm start` runs it, with one source more and without pages.
const requireHere = createRequire(
  path.join(root, 'packages/backend/src/index.ts'),
);
const backend = createBackend();
for (const name of [
  '@backstage/plugin-auth-backend',
  '@backstage/plugin-catalog-backend',
  '@backstage/plugin-events-backend',
  '@backstage/plugin-notifications-backend',
  '@backstage/plugin-permission-backend',
  '@backstage/plugin-signals-backend',
  '@fairway/backstage-plugin-multicluster-backend',
  '@fairway/backstage-plugin-catalog-backend-module-multicluster',
]) {
  backend.add((requireHere(name) as { default: BackendFeature }).default);
}
for (const [file, name] of [
  ['demoAuthModule', 'demoAuthModule'],
  ['demoPermissionPolicy', 'demoPermissionPolicyModule'],
]) {
  const found = requireHere(`./demo/${file}`) as Record<string, BackendFeature>;
  backend.add(found[name]);
}
backend.add(
  createBackendModule({
    pluginId: 'multicluster',
    moduleId: 'bench-gates',
    register(env) {
      env.registerInit({
        deps: { sources: multiclusterSourcesExtensionPoint },
        async init({ sources }) {
          const { FAIRWAY_DATA = '' } = process.env;
          const dir = path.dirname(FAIRWAY_DATA);
          sources.addSource(GatesSource.create(arrivalsFile(dir)));
        },
      });
    },
  }),
);

void backend.start();
