import {
  ActionPreview,
  LaneList,
} from '@fairway/backstage-plugin-multicluster-common';
import { until } from '../lib/until';
import { LANES, SHOP, VOTERS } from '../portal/crashWorld';
import { PortalClient } from '../portal/PortalClient';

/** Until the portal has read them all and knows whose they are. */
const PATIENCE_MS = 60_000;
const WHO = VOTERS[0];

/** Has every lane of the control plane held, as an owner does it. Rejects when one is not in time. */
export async function armLanes(client: PortalClient): Promise<void> {
  const query = new URLSearchParams({ entityRefs: SHOP });
  const lanes = await until(PATIENCE_MS, async () => {
    const { body } = await client.ask(WHO, `/lanes?${query}`);
    const { items } = body as LaneList;
    return items.length === LANES.length ? items : undefined;
  });
  if (!lanes) {
    throw new Error('The portal does not know the lanes');
  }
  for (const { id, policy } of lanes) {
    if (!(await until(PATIENCE_MS, () => arm(client, id)))) {
      throw new Error(`${policy} could not be armed`);
    }
  }
}

async function arm(
  client: PortalClient,
  id: string,
): Promise<true | undefined> {
  const ask = async (body: object, key: string) => {
    const answer = await client.ask(WHO, `/lanes/${id}/actions/arm`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(body),
    });
    return answer.body as ActionPreview;
  };
  const { resourceVersion } = await ask({ dryRun: true }, `look-${id}`);
  const { done } = await ask(
    { dryRun: false, reason: 'to be crashed', resourceVersion },
    `arm-${id}-${resourceVersion}`,
  );
  return done || undefined;
}
