import { mockCredentials } from '@backstage/backend-test-utils';
import { Socket } from 'node:net';
import { inspect } from 'node:util';
import request from 'supertest';
import { etagOf } from '../approvals/engine/etagOf';
import { RequestRecord } from '../approvals/model/RequestRecord';
import {
  ApprovalPortal,
  startApprovalPortal,
} from '../__testUtils__/approvalPortal';

jest.setTimeout(60_000);

const CANARY = 'canary-7c1e';

describe('the routes of approvals', () => {
  let portal: ApprovalPortal;
  let pending: RequestRecord;
  let count = 0;

  beforeAll(async () => {
    portal = await startApprovalPortal({});
  });
  beforeEach(async () => {
    count += 1;
    pending = await portal.seed({ id: `r-${count}`, gateKey: `g-${count}` });
  });
  afterAll(() => portal?.stop());

  const votes = () =>
    portal.plugin
      .knex('approval_vote')
      .where({ request_id: pending.id })
      .orderBy('ordinal')
      .select('voter', 'decision', 'status');

  it('count a vote, answer with the request as it is then, and say it in lists', async () => {
    const { status, body } = await portal.vote('owner', pending, {
      body: { comment: '<b>Looks</b> good' },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      request: {
        state: 'pending',
        votes: [
          {
            voter: 'user:default/owner',
            decision: 'approve',
            comment: '<b>Looks</b> good',
          },
        ],
        sentence: { code: 'approval.waiting.more', params: { count: 1 } },
      },
      can: { withdraw: { allowed: true } },
    });
    expect(body.request.etag).not.toBe(etagOf(pending));
    const { body: list } = await portal.call(
      'owner',
      'get',
      '/v1/approvals?scope=mine',
    );
    expect(
      list.items.map((item: { request: RequestRecord }) => item.request.id),
    ).not.toContain(pending.id);
  });

  it('answer an act with what a look at the request shows then', async () => {
    const read = async () => {
      const { body } = await portal.call(
        'owner',
        'get',
        `/v1/approvals/${pending.id}`,
      );
      return body.item;
    };
    const voted = await portal.vote('owner', pending, {
      body: { comment: 'good' },
    });
    expect(voted.body).toEqual(await read());
    const withdrawn = await portal
      .call('owner', 'delete', `/v1/approvals/${pending.id}/votes/mine`)
      .set('If-Match', voted.body.request.etag)
      .set('Idempotency-Key', `withdraw-${pending.id}`);
    expect(withdrawn.status).toBe(200);
    expect(withdrawn.body.request.votes[0].status).toBe('withdrawn');
    expect(withdrawn.body).toEqual(await read());
    const refused = await portal.vote('owner', pending, {
      body: { decision: 'reject', comment: 'bad' },
      ifMatch: withdrawn.body.request.etag,
      key: `refuse-${pending.id}`,
    });
    expect(refused.body.request.decision).toBe('reject');
    expect(refused.body.request.steps.length).toBeGreaterThan(0);
  });

  it.each(['If-Match', 'Idempotency-Key'])(
    'refuse a vote without %s',
    async header => {
      const { status, body } = await portal
        .vote('owner', pending)
        .unset(header);
      expect([status, body.error.code]).toEqual([428, 'PRECONDITION_REQUIRED']);
      expect(await votes()).toEqual([]);
    },
  );

  it('refuse a vote on what was another thing when it was looked at', async () => {
    const stale = await portal.vote('owner', pending, {
      ifMatch: `${pending.id}.7.1`,
    });
    expect([stale.status, stale.body.error.code]).toEqual([
      412,
      'STALE_VERSION',
    ]);
    const other = await portal.vote('owner', pending, {
      body: { subjectDigest: 'another' },
    });
    expect([other.status, other.body.error.code]).toEqual([
      409,
      'SUBJECT_CHANGED',
    ]);
    expect(await votes()).toEqual([]);
  });

  it('refuse a time that is none, and count nothing', async () => {
    const { status, body } = await portal.vote('owner', pending, {
      body: { notBefore: '2030-12-31T23:59:60Z' },
    });
    expect([status, body.error.code]).toEqual([400, 'invalid-not-before']);
    expect(await votes()).toEqual([]);
  });

  it('tell in the trail of a request not by what a permission was judged', async () => {
    await portal.vote('owner', pending);
    const { body } = await portal.call(
      'owner',
      'get',
      `/v1/approvals/${pending.id}`,
    );
    expect(body.trail.at(-1)).toMatchObject({
      action: 'vote.counted',
      payload: { vote: 'approve' },
    });
    expect(JSON.stringify(body.trail)).not.toContain('evidence');
    const stored = await portal.plugin
      .knex('approval_audit_payload as p')
      .join('approval_audit as a', 'a.seq', 'p.seq')
      .where('a.request_id', pending.id)
      .pluck('p.payload');
    expect(stored.join()).toContain('evidence');
  });

  it('S01 answer a double click as once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        portal.vote('owner', pending, { key: 'one-click' }),
      ),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(
      new Set([200]),
    );
    expect(await votes()).toEqual([
      { voter: 'user:default/owner', decision: 'approve', status: 'counted' },
    ]);
  });

  it('refuse a key that was used for something else', async () => {
    await portal.vote('owner', pending, { key: 'reused' });
    const { status, body } = await portal.vote('owner', pending, {
      key: 'reused',
      body: { decision: 'reject' },
    });
    expect([status, body.error.code]).toEqual([422, 'IDEMPOTENCY_MISMATCH']);
  });

  it('X01 take who votes from the credentials alone', async () => {
    const { status } = await portal
      .vote('owner', pending)
      .set('X-Forwarded-User', 'user:default/approver')
      .set('X-Backstage-User', 'user:default/approver');
    expect(status).toBe(200);
    expect(await votes()).toMatchObject([{ voter: 'user:default/owner' }]);
    const named = await portal.vote('owner', pending, {
      body: { voter: 'user:default/approver' },
    });
    expect(named.status).toBe(400);
    const forged = await portal
      .vote('owner', pending)
      .set('Authorization', 'Bearer eyJhbGciOiJub25lIn0.e30.');
    expect(forged.status).toBe(401);
  });

  it('X11 take no cookie for a credential', async () => {
    const { status } = await portal
      .vote('owner', pending)
      .unset('Authorization')
      .set('Authorization', mockCredentials.none.header())
      .set('Cookie', mockCredentials.limitedUser.cookie('user:default/owner'));
    expect(status).toBe(401);
    expect(await votes()).toEqual([]);
  });

  it('X04 go to no address that a tool or a person names', async () => {
    const address = 'http://169.254.169.254/latest/meta-data';
    const named = await portal.seed({
      id: 'x04',
      gateKey: 'x04',
      detail: { runUrl: address, gateUrl: address },
    });
    const connect = jest.spyOn(Socket.prototype, 'connect');
    const lookUp = jest.spyOn(globalThis, 'fetch');
    const voted = await portal.vote('owner', named, {
      body: { comment: `See ${address}` },
    });
    const shown = await portal.call('owner', 'get', '/v1/approvals/x04');
    const listed = await portal.call(
      'owner',
      'get',
      '/v1/approvals?scope=mine',
    );
    expect([voted, shown, listed].map(({ status }) => status)).toEqual([
      200, 200, 200,
    ]);
    // The questions of this test itself are seen, so that others would be too.
    expect(connect.mock.calls.length).toBeGreaterThan(0);
    const gone = [...connect.mock.calls, ...lookUp.mock.calls];
    expect(inspect(gone, { depth: 4 })).not.toContain('169.254');
    connect.mockRestore();
    lookUp.mockRestore();
  });

  it('X18 never give one person the answer of another', async () => {
    const path = `/v1/approvals/${pending.id}`;
    const own = await portal.call('owner', 'get', path);
    const again = await portal
      .call('owner', 'get', path)
      .set('If-None-Match', own.headers.etag);
    expect(again.status).toBe(304);
    const other = await portal
      .call('requester', 'get', path)
      .set('If-None-Match', own.headers.etag);
    expect(other.status).toBe(200);
    expect(own.body.item.can.approve.allowed).toBe(true);
    expect(other.body.item.can.approve.code).toBe('IS_REQUESTER');
    expect(own.headers['cache-control']).toContain('private');
  });

  it.each([
    ['a text that is too long', { comment: CANARY.repeat(500) }, 400],
    ['a field that is none', { [CANARY]: CANARY }, 400],
    ['another decision', { decision: CANARY }, 400],
    ['a body that is too large', { comment: CANARY.repeat(9000) }, 413],
  ])('refuse %s, and never repeat what was sent', async (_, body, status) => {
    const answer = await portal.vote('owner', pending, { body });
    expect(answer.status).toBe(status);
    expect(JSON.stringify(answer.body.error.message)).not.toContain(
      CANARY.repeat(2),
    );
    expect(await votes()).toEqual([]);
  });

  it('refuse what is no JSON without any of it', async () => {
    const { status, body } = await portal
      .call('owner', 'post', `/v1/approvals/${pending.id}/votes`)
      .set('Content-Type', 'application/json')
      .send(`{"comment": ${CANARY}`);
    expect([status, body.error.code]).toEqual([400, 'body-invalid']);
    expect(JSON.stringify(body)).not.toContain(CANARY);
  });

  it('S17 answer each of several votes for itself', async () => {
    const other = await portal.seed({
      id: `o-${count}`,
      gateKey: `o-${count}`,
    });
    const { status, body } = await portal
      .call('owner', 'post', '/v1/approvals/votes')
      .set('Idempotency-Key', `bulk-${count}`)
      .send({
        votes: [
          pending,
          { ...other, generation: 3 },
          { ...other, id: 'none' },
        ].map(item => ({
          id: item.id,
          ifMatch: etagOf(item),
          decision: 'approve',
          subjectDigest: item.subjectDigest,
        })),
      });
    expect(status).toBe(207);
    expect(
      body.results.map(
        (result: { status: number; error?: { code: string } }) => [
          result.status,
          result.error?.code,
        ],
      ),
    ).toEqual([
      [200, undefined],
      [412, 'STALE_VERSION'],
      [404, 'approval-not-found'],
    ]);
  });

  it('X16 let nobody flood the votes of others', async () => {
    const flood = await Promise.all(
      Array.from({ length: 400 }, () =>
        portal.vote('other-team', { ...pending, id: 'none' }),
      ),
    );
    const refused = flood.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(50);
    expect(refused[0].body.error.code).toBe('RATE_LIMITED');
    expect((await portal.vote('owner', pending)).status).toBe(200);
  });

  it('stop the line, show it at each request, and lift it', async () => {
    const until = new Date(Date.now() + 60_000).toISOString();
    const stopped = await portal
      .call('admin', 'post', '/v1/stops')
      .set('Idempotency-Key', 'stop-1')
      .send({ scope: { environment: 'production' }, reason: 'Look', until });
    expect(stopped.status).toBe(200);
    const { body } = await portal.call(
      'owner',
      'get',
      `/v1/approvals/${pending.id}`,
    );
    expect(body.item.request.stop).toMatchObject({
      id: stopped.body.id,
      reason: 'Look',
      by: 'user:default/admin',
    });
    const lifted = await portal
      .call('admin', 'delete', `/v1/stops/${stopped.body.id}`)
      .set('Idempotency-Key', 'lift-1')
      .send({ reason: 'Looked' });
    expect(lifted.body).toMatchObject({ liftedBy: 'user:default/admin' });
  });

  it('seal with the last vote, and take it back in its time', async () => {
    const pull = await portal.seed({
      id: `pull-${count}`,
      gateKey: `pull-${count}`,
      kind: 'pull',
      identityMode: 'pull',
      policy: {
        ...pending.policy,
        recallMs: 60_000,
        require: {
          atLeast: 2,
          of: { owners: true, groups: ['group:default/sre'] },
        },
      },
    });
    const first = await portal.vote('owner', pull);
    expect(first.body.request.state).toBe('pending');
    const last = await portal.vote('admin', pull);
    expect(last.body.error.code).toBe('NOT_ELIGIBLE');
    const sealed = await portal.vote('approver', pull);
    expect(sealed.body).toMatchObject({
      request: {
        state: 'queued',
        decision: 'approve',
        sentence: { code: 'approval.waiting.recall' },
        steps: [{ state: 'queued' }],
      },
      tone: 'run',
      can: {
        approve: { allowed: false, code: 'DECISION_SEALED' },
        recall: { allowed: true },
      },
    });
    const read = () =>
      portal.call('approver', 'get', `/v1/approvals/${pull.id}`);
    expect(sealed.body).toEqual((await read()).body.item);
    const recalled = await portal
      .call('approver', 'post', `/v1/approvals/${pull.id}/recall`)
      .set('If-Match', `"${sealed.body.request.etag}"`)
      .set('Idempotency-Key', `recall-${count}`);
    expect(recalled.body).toEqual((await read()).body.item);
    expect(recalled.body.request).toMatchObject({ state: 'pending' });
    expect(recalled.body.request.decision).toBeUndefined();
    const { body } = await portal.call(
      'owner',
      'get',
      `/v1/approvals/${pull.id}`,
    );
    expect(body.trail.map((entry: { action: string }) => entry.action)).toEqual(
      expect.arrayContaining([
        'request.opened',
        'vote.counted',
        'vote.refused',
        'request.sealed',
        'request.recalled',
      ]),
    );
  });

  it('show two requests about one change as one', async () => {
    const lane = await portal.seed({
      id: `lane-${count}`,
      gateKey: `lane-${count}`,
      kind: 'lane',
      changeKey: `change-${count}`,
      title: 'Release shop to member1',
    });
    const run = await portal.seed({
      id: `run-${count}`,
      gateKey: `run-${count}`,
      changeKey: `change-${count}`,
    });
    const { body } = await portal.call(
      'owner',
      'get',
      '/v1/approvals?limit=500',
    );
    const items: Array<{ request: { id: string }; related: object[] }> =
      body.items;
    const ids = items.map(item => item.request.id);
    expect(ids).toContain(run.id);
    expect(ids).not.toContain(lane.id);
    expect(items.find(item => item.request.id === run.id)!.related).toEqual([
      {
        id: lane.id,
        kind: 'lane',
        title: 'Release shop to member1',
        environment: 'production',
      },
    ]);
  });

  it('go through all pages without one twice', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await portal.call(
        'owner',
        'get',
        `/v1/approvals?scope=all&limit=2${cursor && `&cursor=${cursor}`}`,
      );
      seen.push(
        ...body.items.map(
          (item: { request: { id: string } }) => item.request.id,
        ),
      );
      cursor = body.nextCursor ?? '';
    } while (cursor);
    const { body } = await portal.call(
      'owner',
      'get',
      '/v1/approvals?scope=all&limit=500',
    );
    expect(seen).toEqual(
      body.items.map((item: { request: { id: string } }) => item.request.id),
    );
    expect(new Set(seen).size).toBe(seen.length);
    const forged = await portal.call('owner', 'get', '/v1/approvals?cursor=x');
    expect([forged.status, forged.body.error.code]).toEqual([
      400,
      'cursor-invalid',
    ]);
  });

  it('answer nobody without credentials', async () => {
    const { status } = await request(portal.plugin.server)
      .get('/api/multicluster/v1/approvals')
      .set('Authorization', mockCredentials.none.header());
    expect(status).toBe(401);
  });
});
