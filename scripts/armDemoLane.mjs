import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

const LANE = 'PropagationPolicy/shop/tickets';

/**
 * Has Paul hold the dispatch of the lane of the embedded world, through the API as anybody would, and pushes a new version of its
 * service. Rejects when that does not come to be within two minutes.
 *
 * @param {{ url: string, adminUrl: string }} portal
 */
export async function armDemoLane({ url, adminUrl }) {
  const deadline = Date.now() + 120_000;
  for (;;) {
    try {
      if (await arm(url)) {
        await fetch(`${adminUrl}/stories/lane-change`, { method: 'POST' });
        return;
      }
    } catch {
      // What it stands on is still being read.
    }
    if (Date.now() > deadline) {
      throw new Error(`${LANE} could not be armed within 120 s`);
    }
    await sleep(2000);
  }
}

async function arm(url) {
  const headers = { authorization: `Bearer ${await signIn(url)}` };
  const api = `${url}/api/multicluster/v1`;
  const lanes = await fetch(
    `${api}/lanes?entityRefs=component:default/tickets`,
    { headers },
  );
  const lane = (await lanes.json()).items?.find(item => item.policy === LANE);
  if (lane?.clusters.length !== 2) {
    return false;
  }
  if (lane.state !== 'open') {
    return true;
  }
  const act = async body => {
    const answer = await fetch(`${api}/lanes/${lane.id}/actions/arm`, {
      method: 'POST',
      headers: {
        ...headers,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
      body: JSON.stringify(body),
    });
    return answer.json();
  };
  const look = await act({ dryRun: true });
  if (!look.checks?.every(({ ok }) => ok)) {
    return false;
  }
  const armed = await act({
    dryRun: false,
    reason: 'Tickets are money: two people look at each version',
    resourceVersion: look.resourceVersion,
  });
  return armed.done === true;
}

async function signIn(url) {
  const answer = await fetch(`${url}/api/auth/demo/refresh`, {
    headers: {
      'x-demo-persona': 'paul',
      'x-requested-with': 'XMLHttpRequest',
    },
  });
  return (await answer.json()).backstageIdentity.token;
}
