import { KubeConfig } from '@kubernetes/client-node';
import https from 'node:https';

/** What the source reads of a scale world. */
const kinds = [
  '/apis/cluster.karmada.io/v1alpha1/clusters',
  '/apis/policy.karmada.io/v1alpha1/propagationpolicies',
  '/apis/work.karmada.io/v1alpha2/resourcebindings',
  '/apis/apps/v1/deployments',
];

function get(
  url: string,
  options: https.RequestOptions,
): Promise<{ items: unknown[]; metadata: { continue?: string } }> {
  return new Promise((resolve, reject) => {
    https
      .get(url, options, response => {
        const chunks: Buffer[] = [];
        response.on('data', chunk => chunks.push(chunk));
        response.on('end', () => {
          try {
            resolve(JSON.parse(Buffer.concat(chunks).toString()));
          } catch (error) {
            reject(error);
          }
        });
        response.on('error', reject);
      })
      .on('error', reject);
  });
}

/** What {@link bareLoop} took. */
export interface Bare {
  seconds: number;
  bindingSeconds: number;
  /** Of the processor, spent by this process. */
  cpuSeconds: number;
  objects: number;
  bindings: number;
}

/** The least a client can do: page through everything and parse it. */
export async function bareLoop(kubeconfig: string): Promise<Bare> {
  const config = new KubeConfig();
  config.loadFromFile(kubeconfig);
  const cluster = config.getCurrentCluster()!;
  const { token, certData, keyData } = config.getCurrentUser()!;
  const options: https.RequestOptions = {
    agent: new https.Agent({ keepAlive: true }),
    ca: Buffer.from(cluster.caData!, 'base64'),
    ...(certData && { cert: Buffer.from(certData, 'base64') }),
    ...(keyData && { key: Buffer.from(keyData, 'base64') }),
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      accept: 'application/json',
      'user-agent': 'fairway-bench',
    },
  };
  const started = performance.now();
  const usedBefore = process.cpuUsage();
  let bindingSeconds = 0;
  let objects = 0;
  let bindings = 0;
  for (const kind of kinds) {
    const kindStarted = performance.now();
    const before = objects;
    let next: string | undefined;
    do {
      const query = new URLSearchParams({
        limit: '500',
        ...(next && { continue: next }),
      });
      const page = await get(`${cluster.server}${kind}?${query}`, options);
      objects += page.items.length;
      next = page.metadata.continue;
    } while (next);
    if (kind.endsWith('/resourcebindings')) {
      bindingSeconds = (performance.now() - kindStarted) / 1000;
      bindings = objects - before;
    }
  }
  (options.agent as https.Agent).destroy();
  const { user, system } = process.cpuUsage(usedBefore);
  return {
    cpuSeconds: (user + system) / 1e6,
    seconds: (performance.now() - started) / 1000,
    bindingSeconds,
    objects,
    bindings,
  };
}
