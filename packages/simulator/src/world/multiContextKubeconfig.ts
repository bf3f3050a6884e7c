import type { Credential } from './access';

/** A kubeconfig (JSON is YAML) with one context per credential; the first one is current. */
export function multiContextKubeconfig(
  server: { url: string; ca: string },
  credentials: Credential[],
): string {
  const cluster = 'karmada';
  return `${JSON.stringify(
    {
      apiVersion: 'v1',
      kind: 'Config',
      'current-context': credentials[0].name,
      clusters: [
        {
          name: cluster,
          cluster: {
            server: server.url,
            'certificate-authority-data': Buffer.from(server.ca).toString(
              'base64',
            ),
          },
        },
      ],
      users: credentials.map(({ name, token }) => ({ name, user: { token } })),
      contexts: credentials.map(({ name }) => ({
        name,
        context: { cluster, user: name },
      })),
    },
    null,
    2,
  )}\n`;
}
