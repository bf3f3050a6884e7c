import { ConfigReader } from '@backstage/config';
import { readKubernetesCredentials } from '../credentials';
import { KubernetesTransport } from '../transport';

/** A transport to a test server, with a token. */
export function testTransport(
  server: { url: string; ca: string },
  token = 'test-token',
): KubernetesTransport {
  return KubernetesTransport.create({
    credentials: readKubernetesCredentials(
      new ConfigReader({ url: server.url, caData: server.ca, token }),
      { configKey: 'test' },
    ),
  });
}
