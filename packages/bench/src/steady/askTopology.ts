/** What an answer about a service says, as far as the bench needs it. */
export interface TopologyAnswer {
  hint?: string;
  workloads: Array<{
    name: string;
    placement?: { replicas: { ready?: number }; targets: unknown[] };
  }>;
}

/** Asks where a service runs. */
export async function askTopology(
  url: string,
  token: string,
  service: string,
): Promise<{ ok: boolean; status: number; text: string }> {
  const answer = await fetch(
    `${url}/api/multicluster/v1/entities/default/component/${service}/topology`,
    { headers: { authorization: `Bearer ${token}` } },
  );
  return { ok: answer.ok, status: answer.status, text: await answer.text() };
}
