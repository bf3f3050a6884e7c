import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { isDevelopment } from './isDevelopment';
import { personas } from './personas';

/** Tells the sign-in page whom it may offer. Answers 404 outside development mode, because nothing is mounted then. */
export const demoPersonasPlugin = createBackendPlugin({
  pluginId: 'demo',
  register(env) {
    env.registerInit({
      deps: { httpRouter: coreServices.httpRouter },
      async init({ httpRouter }) {
        if (!isDevelopment()) {
          return;
        }
        httpRouter.addAuthPolicy({
          path: '/personas',
          allow: 'unauthenticated',
        });
        httpRouter.use((req, res, next) => {
          if (req.method === 'GET' && req.path === '/personas') {
            res.json({ items: personas });
          } else {
            next();
          }
        });
      },
    });
  },
});
