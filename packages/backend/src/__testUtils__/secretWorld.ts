const CANARY = 'canary-9d41c7-token';
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';
const applied = (kind: string) => ({
  [LAST_APPLIED]: JSON.stringify({ kind, data: { word: CANARY } }),
});

const objects = [
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'demo' } },
  {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      name: 'password',
      namespace: 'demo',
      annotations: applied('Secret'),
    },
    stringData: { word: CANARY },
  },
  {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name: 'shop',
      namespace: 'demo',
      labels: { 'backstage.io/kubernetes-id': 'shop' },
      annotations: applied('Deployment'),
    },
    spec: {
      replicas: 2,
      selector: { matchLabels: { app: 'shop' } },
      template: {
        metadata: { labels: { app: 'shop' } },
        spec: {
          containers: [
            {
              name: 'app',
              image: 'example.org/shop:1',
              env: [{ name: 'PASSWORD', value: CANARY }],
            },
          ],
        },
      },
    },
  },
  {
    apiVersion: 'policy.karmada.io/v1alpha1',
    kind: 'PropagationPolicy',
    metadata: {
      name: 'shop',
      namespace: 'demo',
      annotations: applied('PropagationPolicy'),
    },
    spec: {
      resourceSelectors: [
        { apiVersion: 'apps/v1', kind: 'Deployment', name: 'shop' },
        { apiVersion: 'v1', kind: 'Secret', name: 'password' },
      ],
      placement: { clusterAffinity: { clusterNames: ['member1', 'member2'] } },
    },
  },
];

const shop = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'shop',
    namespace: 'default',
    annotations: { 'backstage.io/kubernetes-id': 'shop' },
  },
  spec: { type: 'service', owner: 'group:default/team-canary' },
};

/** A kubeconfig whose user runs a command that tells the secret in its error. */
function tellingKubeconfig(server: string): string {
  const exec = {
    apiVersion: 'client.authentication.k8s.io/v1',
    command: process.execPath,
    args: ['-e', `console.error('${CANARY}'); process.exit(1)`],
  };
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'c', cluster: { server } }],
    users: [{ name: 'u', user: { exec } }],
    contexts: [{ name: 'c', context: { cluster: 'c', user: 'u' } }],
    'current-context': 'c',
  });
}

/** A world with a secret in every place where one can lie, and the entity whose workload it is. */
export const secretWorld = {
  /** The secret. */
  canary: CANARY,
  /** What to apply to the control plane. */
  objects,
  entity: shop,
  /**
   * Configuration of a control plane that can be read, of one whose kubeconfig is broken, and of one whose credential
   * command fails aloud.
   */
  controlPlanes: (simulator: { url: string; kubeconfigPath: string }) => {
    const lane = (context: string) => ({
      kubeconfig: { file: simulator.kubeconfigPath, context },
    });
    return [
      {
        name: 'prod',
        ...lane('karmada'),
        identity: { user: '{name}', groups: '{name}' },
        credentials: {
          logs: lane('karmada-logs'),
          works: lane('karmada-works'),
        },
      },
      { name: 'broken', kubeconfig: { inline: `users: [${CANARY}: {{` } },
      {
        name: 'telling',
        allowExec: true,
        kubeconfig: { inline: tellingKubeconfig(simulator.url) },
      },
    ];
  },
};
