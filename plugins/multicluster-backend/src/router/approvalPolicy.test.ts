import { RequestRecord } from '../approvals/model/RequestRecord';
import {
  ApprovalPortal,
  startApprovalPortal,
} from '../__testUtils__/approvalPortal';

jest.setTimeout(60_000);

/** Asks for more than what requests are seeded with. */
const multicluster = {
  approvals: {
    enabled: true,
    policies: [
      {
        name: 'since yesterday',
        environments: ['production'],
        require: { atLeast: 1, of: { groups: ['sre'] } },
        separation: { author: true, unmappedAuthor: 'allow' },
        subject: { complete: false },
        comment: 'required',
      },
    ],
  },
};

describe('what holds around a request, over HTTP', () => {
  let portal: ApprovalPortal;

  beforeAll(async () => {
    portal = await startApprovalPortal({
      config: { permission: { enabled: true }, multicluster },
    });
  });
  afterAll(() => portal?.stop());

  async function shown(request: RequestRecord) {
    const { body } = await portal.call(
      'owner',
      'get',
      `/v1/approvals/${request.id}`,
    );
    return body.item;
  }

  it('judges a vote by the stricter of the policy of the request and the one that holds now, and says so on its page', async () => {
    const request = await portal.seed({ id: 'changed', gateKey: 'changed' });
    const refused = await portal.vote('owner', request);
    expect([refused.status, refused.body.error.code]).toEqual([
      400,
      'COMMENT_REQUIRED',
    ]);
    const { status, body } = await portal.vote('owner', request, {
      body: { comment: 'Looked at it' },
    });
    expect(status).toBe(200);
    expect(body.request.quorum.rule).toMatchObject({
      kind: 'all',
      parts: [
        { rule: { needed: 2, of: { owners: true } } },
        { rule: { needed: 1, of: { groups: ['group:default/sre'] } } },
      ],
    });
    const { request: now } = await shown(request);
    expect(now.policy).toMatchObject({ name: 'production' });
    expect(now.policy.hash).not.toBe(request.policyHash);
    expect(now.notes.map(({ code }: { code: string }) => code)).toEqual([
      'approval.policyChanged',
    ]);
  });

  it('says who is missing where votes could never be enough, on the button and in the answer', async () => {
    const request = await portal.seed({
      id: 'few',
      gateKey: 'few',
      refusal: 'POLICY_UNSATISFIABLE',
      detail: {
        missing: [{ needed: 2, found: 1, of: ['group:default/shop-team'] }],
      },
    });
    expect(await shown(request)).toMatchObject({
      request: {
        sentence: {
          code: 'approval.missing.of',
          params: { count: 2, found: 1, who: 'shop-team' },
        },
        notes: [{ code: 'approval.missing.of' }],
      },
      can: { approve: { allowed: false, code: 'POLICY_UNSATISFIABLE' } },
    });
    const { status, body } = await portal.vote('owner', request, {
      body: { comment: 'Looked at it' },
    });
    expect([status, body.error.code]).toEqual([409, 'POLICY_UNSATISFIABLE']);
  });

  it('takes no vote while nothing of the source can be read, and says so on the button', async () => {
    const { knex } = portal.plugin;
    await knex('inventory_source')
      .insert({ name: 'prod', type: 'fake' })
      .onConflict('name')
      .ignore();
    const { id } = await knex('inventory_source')
      .where({ name: 'prod' })
      .first('id');
    await knex('inventory_lane').insert({
      source_id: id,
      facet: 'fleet',
      name: 'clusters',
      subject: 'clusters',
      checkpoint: '1',
      swept_at: 1,
      contact_at: Date.now() - 600_000,
    });
    // How well everything is read is looked at once a second.
    await new Promise(resolve => setTimeout(resolve, 1100));
    const request = await portal.seed({
      id: 'away',
      gateKey: 'away',
      source: 'prod',
    });
    expect((await shown(request)).can).toMatchObject({
      approve: { allowed: false, code: 'PROVIDER_STALE' },
      reject: { allowed: false, code: 'PROVIDER_STALE' },
    });
    const { status, body } = await portal.vote('owner', request, {
      body: { comment: 'Looked at it' },
    });
    expect([status, body.error.code]).toEqual([503, 'PROVIDER_STALE']);
  });
});
