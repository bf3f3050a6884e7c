import { ApprovalPortal } from './__testUtils__/ApprovalPortal';
import { HandPiped } from './__testUtils__/HandPiped';
import { SimulatedPipecd } from './__testUtils__/SimulatedPipecd';

jest.setTimeout(120_000);

describe('approvals of the portal, over the embedded PipeCD', () => {
  let simulated: SimulatedPipecd;
  let portal: ApprovalPortal;

  beforeAll(async () => {
    simulated = await SimulatedPipecd.start();
    const key = 'an-encryption-key-of-32-letters!';
    simulated.pipecd.world.signingKey.write(key);
    portal = await ApprovalPortal.start({
      applications: ['shop'],
      controlPlane: {
        address: simulated.api.address,
        webAddress: simulated.web.address,
        url: 'https://pipecd.example.org',
        tls: { mode: 'plain' },
        projects: [
          {
            name: 'real',
            project: 'demo',
            web: { mode: 'signing-key', key },
            identity: { user: '{name}' },
          },
        ],
      },
    });
  });
  afterAll(async () => {
    await portal?.stop();
    await simulated?.close();
  });

  it('sends votes in the names that the identity of the project gives people, and takes none of whom the stage does not list', async () => {
    const { world } = simulated.pipecd;
    const { id } = world.addApplication({
      name: 'shop',
      piped: 'v0',
      kind: 'TERRAFORM',
      spec: {},
    });
    const metadata = { Approvers: 'alice,bob,carol' };
    const stages = [{ name: 'WAIT_APPROVAL', status: 1, metadata }];
    const piped = HandPiped.of(simulated);
    const run = piped.start(id, stages, { status: 2, needed: 2 });
    const asked = await portal.requestOf(run.id);
    expect(await portal.vote('dave', asked.id)).toEqual({
      status: 403,
      code: 'NOT_LISTED_IN_TOOL',
    });
    await portal.vote('carol', asked.id);
    await portal.vote('alice', asked.id);
    const request = await portal.until(asked.id, 'it has ended', now =>
      Boolean(now.closedAt),
    );
    expect(request.state).toBe('applied');
    const [gate] = simulated.rows.deployments.get(run.id)!.stages;
    expect(gate.metadata).toMatchObject({ ApprovedBy: 'carol, alice' });
  });
});
