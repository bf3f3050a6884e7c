import fs from 'node:fs/promises';
import {
  startApiServer,
  type RunningApiServer,
} from '../apiserver/startApiServer';
import { FaultPlan } from '../faults/FaultPlan';
import { podLogs } from '../member/podLog';
import { plainCredential } from '../world/access';
import { kubernetesDefaults } from '../world/kubernetesDefaults';
import type { World } from '../world/World';

/** The plain clusters of a world while they listen. */
export interface RunningPlainClusters {
  /** Absent when the world has none. */
  kubeconfigPath: string | undefined;
  /** What goes wrong on the wire, by name of the cluster. */
  faults: Record<string, FaultPlan>;
  close(): Promise<void>;
}

function kubeconfig(
  servers: Array<{ name: string; running: RunningApiServer }>,
): string {
  const user = plainCredential.name;
  return `${JSON.stringify(
    {
      apiVersion: 'v1',
      kind: 'Config',
      'current-context': servers[0].name,
      clusters: servers.map(({ name, running }) => ({
        name,
        cluster: {
          server: running.url,
          'certificate-authority-data': Buffer.from(running.ca).toString(
            'base64',
          ),
        },
      })),
      users: [{ name: user, user: { token: plainCredential.token } }],
      contexts: servers.map(({ name }) => ({
        name,
        context: { cluster: name, user },
      })),
    },
    null,
    2,
  )}\n`;
}

/** Serves each plain cluster by an API server of its own and writes one kubeconfig with a context for each. */
export async function startPlainClusters(
  { plain, clock }: World,
  file: string,
): Promise<RunningPlainClusters> {
  if (plain.length === 0) {
    return { kubeconfigPath: undefined, faults: {}, close: async () => {} };
  }
  const servers = await Promise.all(
    plain.map(async cluster => {
      const { name, member } = cluster;
      const faults = FaultPlan.create();
      const running = await startApiServer({
        name,
        store: member.store,
        tokens: { [plainCredential.token]: plainCredential.user },
        faults,
        defaults: kubernetesDefaults,
        readLogs: podLogs(member, clock),
      });
      cluster.onReachable(reachable => running.setReachable(reachable));
      return { name, running, faults };
    }),
  );
  await fs.writeFile(file, kubeconfig(servers), { mode: 0o600 });
  return {
    kubeconfigPath: file,
    faults: Object.fromEntries(
      servers.map(({ name, faults }) => [name, faults]),
    ),
    close: async () => {
      await Promise.all(servers.map(({ running }) => running.close()));
    },
  };
}
