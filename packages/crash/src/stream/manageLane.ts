import { ActionPreview } from '@fairway/backstage-plugin-multicluster-common';
import { PortalClient } from '../portal/PortalClient';

/** What somebody does with a lane, and how. */
export interface LaneAsk {
  /** Of the lane. */
  id: string;
  who: string;
  action: 'arm' | 'disarm';
  /** Of this attempt; another one has another. */
  key: string;
  /** Goes away when there is no answer, and asks no second time. */
  once?: boolean;
}

/** Looks at what would happen, and then does it. @returns whether it was answered that it is done; undefined: there was no answer */
export async function manageLane(
  client: PortalClient,
  { id, who, action, key, once }: LaneAsk,
): Promise<boolean | undefined> {
  const way = `/lanes/${id}/actions/${action}`;
  const init = (body: object, idempotencyKey: string) => ({
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': idempotencyKey,
    },
    body: JSON.stringify(body),
  });
  const look = await client.ask(
    who,
    way,
    init({ dryRun: true }, `look-${key}`),
  );
  const { resourceVersion } = look.body as ActionPreview;
  const reason = 'to be crashed';
  const wanted = init({ dryRun: false, reason, resourceVersion }, key);
  const answer = once
    ? await client.askOnce(who, way, wanted)
    : await client.ask(who, way, wanted);
  return answer && (answer.body as Partial<ActionPreview>).done === true;
}
