import { Actor } from '@fairway/backstage-plugin-multicluster-common';
import { RequestRecord } from '../model/RequestRecord';

/** Who decided at the source, as the trail names them. */
export function externalActor(
  request: Pick<RequestRecord, 'source' | 'detail'>,
  actor: Actor | undefined,
): string {
  const tool = request.detail.tool ?? request.source;
  return `external:${tool}:${actor?.nativeId ?? 'unknown'}`;
}
