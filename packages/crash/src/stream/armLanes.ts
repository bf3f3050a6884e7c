import { LaneList } from '@fairway/backstage-plugin-multicluster-common';
import { until } from '../lib/until';
import { LANES, SHOP, TURNED_LANES, VOTERS } from '../portal/crashWorld';
import { PortalClient } from '../portal/PortalClient';
import { manageLane } from './manageLane';

/** Until the portal has read them all and knows whose they are. */
const PATIENCE_MS = 60_000;
const WHO = VOTERS[0];

/** Has every lane held that people decide about, as an owner does it. Rejects when one is not in time. */
export async function armLanes(client: PortalClient): Promise<void> {
  const query = new URLSearchParams({ entityRefs: SHOP });
  const lanes = await until(PATIENCE_MS, async () => {
    const { body } = await client.ask(WHO, `/lanes?${query}`);
    const { items } = body as LaneList;
    const all = LANES.length + TURNED_LANES.length;
    return items.length === all ? items : undefined;
  });
  if (!lanes) {
    throw new Error('The portal does not know the lanes');
  }
  const decided = lanes.filter(({ policy }) =>
    LANES.some(name => policy.endsWith(`/${name}`)),
  );
  for (const { id, policy } of decided) {
    let attempts = 0;
    const isArmed = await until(PATIENCE_MS, async () => {
      attempts += 1;
      const key = `arm-${id}-${attempts}`;
      const ask = { id, who: WHO, action: 'arm', key } as const;
      return (await manageLane(client, ask)) || undefined;
    });
    if (!isArmed) {
      throw new Error(`${policy} could not be armed`);
    }
  }
}
