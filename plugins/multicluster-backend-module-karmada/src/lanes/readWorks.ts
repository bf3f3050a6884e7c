import { KubernetesTransport } from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { readWork } from '../detail/readWork';
import { LaneBinding } from './LaneBinding';
import { MOST_OBJECTS } from './MOST_OBJECTS';
import { RenderedWork } from './RenderedWork';
import { tooMany } from './tooMany';

/**
 * What the bindings of a lane are to send to their clusters, one Work for each. Old copies on their way out are no part of it:
 * Karmada renders them no more.
 *
 * @param options - `cluster`: only what is for this one
 * @throws KubernetesError, or LaneUnreadableError when there are more than are read of a lane
 * @internal
 */
export async function readWorks(
  transport: KubernetesTransport,
  bindings: LaneBinding[],
  options: { cluster?: string; signal: AbortSignal },
): Promise<RenderedWork[]> {
  const { signal } = options;
  const wanted = bindings
    .flatMap(targetsOf)
    .filter(({ cluster }) => cluster === (options.cluster ?? cluster));
  if (wanted.length > MOST_OBJECTS) {
    throw tooMany();
  }
  return await Promise.all(
    wanted.map(async item => {
      const { fact } = item.binding;
      const work = await transport.limiter.run(signal, () =>
        readWork(transport, {
          cluster: item.cluster,
          workload: fact.workload,
          id: fact.native.id ?? '',
          signal,
        }),
      );
      return { ...item, ...(work && { work }) };
    }),
  );
}

function targetsOf(binding: LaneBinding): RenderedWork[] {
  const { to, req = [] } = binding.fact.native;
  const assigned = to.map(([cluster, replicas]) => ({
    binding,
    cluster,
    ...(replicas !== undefined && { replicas }),
  }));
  const required = req
    .filter(cluster => !to.some(([name]) => name === cluster))
    .map(cluster => ({ binding, cluster }));
  return [...assigned, ...required];
}
