import { setTimeout as sleep } from 'node:timers/promises';
import { Delay } from '../lib/Delay';
import { readJson } from '../lib/readJson';
import { serve, Served } from '../lib/serve';
import { Plane } from './Plane';
import { PlaneChange } from './PlaneChange';

const STATUSES = { taken: 200, conflict: 409, unknown: 404 };

/** Serves a control plane; slow on both sides of a change, as the tool is. */
export async function servePlane(plane: Plane, delay: Delay): Promise<Served> {
  return serve(async (req, res) => {
    const [name, isLook] = (req.url ?? '/').slice(1).split('?');
    if (req.method === 'GET') {
      res.writeHead(200, { 'content-type': 'application/json' });
      const one = isLook ? plane.look(name) : plane.lane(name);
      res.end(JSON.stringify(name ? one ?? null : plane.lanes));
      return;
    }
    const sent = await readJson<PlaneChange>(req);
    const arrival = plane.came(name, sent);
    await sleep(delay('before'));
    const outcome = plane.change(name, sent, arrival);
    await sleep(delay('after'));
    res.writeHead(STATUSES[outcome ?? 'unknown']).end();
  });
}
