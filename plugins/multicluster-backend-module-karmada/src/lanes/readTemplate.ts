import {
  KubernetesTransport,
  read,
  resourcePath,
} from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { Discovery } from '../Discovery';
import { LaneBinding } from './LaneBinding';

/** How old discovery may be for finding the plural of a kind. */
const DISCOVERY_MS = 600_000;

/**
 * The template of a binding as it is now.
 *
 * @returns undefined where it cannot be read: kinds that the credential was not given are placed all the same
 * @internal
 */
export async function readTemplate(
  transport: KubernetesTransport,
  discovery: Discovery,
  { fact }: LaneBinding,
  signal: AbortSignal,
): Promise<Record<string, unknown> | undefined> {
  const { group, version, kind, namespace, name } = fact.workload;
  try {
    const catalog = discovery.known ?? (await discovery.read(DISCOVERY_MS));
    const resource = catalog.findKind({ group, version, kind });
    return resource
      ? read.record(
          await transport.json({
            path: resourcePath(resource, {
              namespace: namespace || undefined,
              name,
            }),
            signal,
          }),
        )
      : undefined;
  } catch {
    signal.throwIfAborted();
    return undefined;
  }
}
