/** A kubeconfig (JSON is YAML) for one user of one server. */
export function kubeconfig(access: {
  url: string;
  ca: string;
  token: string;
  name?: string;
}): string {
  const name = access.name ?? 'karmada';
  return `${JSON.stringify(
    {
      apiVersion: 'v1',
      kind: 'Config',
      'current-context': name,
      clusters: [
        {
          name,
          cluster: {
            server: access.url,
            'certificate-authority-data': Buffer.from(access.ca).toString(
              'base64',
            ),
          },
        },
      ],
      users: [{ name, user: { token: access.token } }],
      contexts: [{ name, context: { cluster: name, user: name } }],
    },
    null,
    2,
  )}\n`;
}
