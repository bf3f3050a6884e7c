import { comparable } from './__tests__/comparable';
import {
  PORTAL,
  recordedWorld,
  recordings,
  Recorded,
} from './__tests__/recordedWorld';
import { ADMIN } from './__tests__/testServer';

/** These need no order; everything else is asked in the order in which it was recorded. */
const DISCOVERY = 'discovery, aggregated';

describe('answers recorded from a Karmada 1.18.2 on Kubernetes 1.36', () => {
  let world: Awaited<ReturnType<typeof recordedWorld>>;

  beforeAll(async () => {
    world = await recordedWorld();
  });

  afterAll(async () => {
    await world.close();
  });

  function tokenFor({ authorization, 'client-certificate': admin }: any) {
    if (admin) {
      return ADMIN;
    }
    return authorization.includes('portal') ? PORTAL : 'x';
  }

  function ask({ request }: Recorded) {
    const {
      authorization,
      'client-certificate': admin,
      ...headers
    } = request.headers;
    return world.ask(request.path, {
      method: request.method,
      token: tokenFor(request.headers),
      headers,
      body: request.body,
    });
  }

  it.each(
    recordings
      .filter(({ name }) => name !== DISCOVERY)
      .map(exchange => [exchange.name, exchange] as const),
  )('%s', async (name, exchange) => {
    if (name === 'aggregated server down: clusters') {
      world.down.add('cluster.karmada.io');
    }
    world.admission.down = name.startsWith('admission webhook down');

    const answer = await ask(exchange);

    const { status, headers, body } = exchange.response;
    expect(answer.status).toBe(status);
    expect(answer.headers).toMatchObject(headers);
    expect(comparable(answer.body ?? answer.text)).toEqual(comparable(body));
  });

  it('describes the kinds it serves as the recorded discovery does', async () => {
    const exchange = recordings.find(({ name }) => name === DISCOVERY)!;

    const answer = await ask(exchange);

    const { status, headers, body } = exchange.response;
    const described = (list: any, resource: string) => {
      const group = list.items.find(
        (item: any) => item.metadata.name === 'apps',
      );
      const found = group.versions[0].resources.find(
        (item: any) => item.resource === resource,
      );
      return {
        ...found,
        verbs: found.verbs.filter(
          (verb: string) => verb !== 'deletecollection',
        ),
      };
    };
    expect(answer.status).toBe(status);
    expect(answer.headers).toMatchObject(headers);
    for (const kind of ['deployments', 'daemonsets', 'replicasets']) {
      expect(described(answer.body, kind)).toEqual(described(body, kind));
    }
  });
});
