import { createBackendModule } from '@backstage/backend-plugin-api';
import { AuthenticationError, NotAllowedError } from '@backstage/errors';
import {
  authProvidersExtensionPoint,
  createProxyAuthenticator,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import { isDevelopment } from './isDevelopment';
import { personas } from './personas';

const authenticator = createProxyAuthenticator({
  defaultProfileTransform: async () => ({ profile: {} }),
  initialize() {},
  async authenticate({
    req,
  }: {
    req: { header(name: string): string | undefined };
  }) {
    if (!isDevelopment()) {
      throw new NotAllowedError('Personas exist in development mode only');
    }
    const name = req.header('x-demo-persona');
    const persona = personas.find(p => p.name === name);
    if (!persona) {
      throw new AuthenticationError('Choose one of the personas');
    }
    return { result: { persona } };
  },
});

/** Signs in as one of the personas of the embedded world. */
export const demoAuthModule = createBackendModule({
  pluginId: 'auth',
  moduleId: 'demo-personas',
  register(reg) {
    reg.registerInit({
      deps: { providers: authProvidersExtensionPoint },
      async init({ providers }) {
        if (!isDevelopment()) {
          return;
        }
        providers.registerProvider({
          providerId: 'demo',
          factory: createProxyAuthProviderFactory({
            authenticator,
            async signInResolver({ result }, ctx) {
              return ctx.signInWithCatalogUser({
                entityRef: { kind: 'User', name: result.persona.name },
              });
            },
          }),
        });
      },
    });
  },
});
