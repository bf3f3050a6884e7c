import { etagOf } from '../approvals/engine/etagOf';
import { twoOfShop } from '../approvals/__testUtils__/draftOf';
import { LANE, seedLane } from '../approvals/__testUtils__/heldWorld';
import { ScriptedLanes } from '../approvals/__testUtils__/ScriptedLanes';
import { laneIdOf } from '../approvals/lanes/laneIdOf';
import {
  ApprovalPortal,
  Caller,
  startApprovalPortal,
} from '../__testUtils__/approvalPortal';

jest.setTimeout(60_000);

const CALLERS: Caller[] = [
  'owner',
  'other-team',
  'claimed-only-owner',
  'approver',
  'requester',
  'admin',
  'guest',
  'service',
  'agent',
  'nobody',
];

interface Action {
  method: 'get' | 'post' | 'delete';
  /** `{id}` is a request that waits for two. */
  path: string;
  body?: (digest: string) => object;
}

const REASON = { reason: 'short' };
const until = new Date(Date.now() + 3600_000).toISOString();

const ACTIONS: Record<string, Action> = {
  list: { method: 'get', path: '/v1/approvals' },
  get: { method: 'get', path: '/v1/approvals/{id}' },
  diff: { method: 'get', path: '/v1/approvals/{id}/diff' },
  vote: {
    method: 'post',
    path: '/v1/approvals/{id}/votes',
    body: subjectDigest => ({ decision: 'approve', subjectDigest }),
  },
  withdraw: { method: 'delete', path: '/v1/approvals/{id}/votes/mine' },
  recall: { method: 'post', path: '/v1/approvals/{id}/recall' },
  'break-glass': {
    method: 'post',
    path: '/v1/approvals/{id}/break-glass',
    body: subjectDigest => ({ subjectDigest, ...REASON }),
  },
  review: {
    method: 'post',
    path: '/v1/approvals/{id}/review',
    body: () => ({ comment: 'Looked at it' }),
  },
  resolve: {
    method: 'post',
    path: '/v1/approvals/{id}/resolve',
    body: () => ({ action: 'continue', ...REASON }),
  },
  stops: { method: 'get', path: '/v1/stops' },
  stop: {
    method: 'post',
    path: '/v1/stops',
    body: () => ({ scope: {}, until, ...REASON }),
  },
  lift: { method: 'delete', path: '/v1/stops/none', body: () => REASON },
  lanes: { method: 'get', path: '/v1/lanes' },
  arm: {
    method: 'post',
    path: '/v1/lanes/none/actions/arm',
    body: () => ({ dryRun: true }),
  },
  restore: {
    method: 'post',
    path: '/v1/lanes/none/restore',
    body: () => REASON,
  },
  cordon: {
    method: 'post',
    path: '/v1/clusters/prod/member1/actions/cordon',
    body: () => ({ dryRun: true }),
  },
  audit: { method: 'get', path: '/v1/audit' },
  report: {
    method: 'get',
    path: `/v1/audit/report?from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z`,
  },
};

const MISSING = '404 approval-not-found';
const PERSON_ONLY = [
  '403 GUEST',
  '403 NOT_A_USER',
  '403 ACTING_FOR_SOMEBODY',
  '401 AuthenticationError',
];

/** What each caller is answered, in the order of {@link CALLERS}. */
const MATRIX: Record<string, string[]> = {
  list: [...Array(9).fill('200'), '401 AuthenticationError'],
  get: [
    '200',
    MISSING,
    MISSING,
    '200',
    '200',
    '200',
    MISSING,
    '200',
    '200',
    '401 AuthenticationError',
  ],
  // As comparing environments: who may see the request may still not read what clusters hold.
  diff: [
    '403 runs-denied',
    MISSING,
    MISSING,
    '403 runs-denied',
    '403 runs-denied',
    '200',
    MISSING,
    '403 NotAllowedError',
    '403 runs-denied',
    '401 AuthenticationError',
  ],
  vote: [
    '200',
    MISSING,
    MISSING,
    '200',
    '403 IS_REQUESTER',
    '403 NOT_ELIGIBLE',
    ...PERSON_ONLY,
  ],
  withdraw: [
    '409 NOTHING_TO_RECALL',
    MISSING,
    MISSING,
    '409 NOTHING_TO_RECALL',
    '409 NOTHING_TO_RECALL',
    '409 NOTHING_TO_RECALL',
    ...PERSON_ONLY,
  ],
  recall: [
    '409 NOTHING_TO_RECALL',
    MISSING,
    MISSING,
    '403 NOT_ELIGIBLE',
    '409 NOTHING_TO_RECALL',
    '403 NOT_ELIGIBLE',
    ...PERSON_ONLY,
  ],
  'break-glass': [
    '403 NOT_PERMITTED',
    MISSING,
    MISSING,
    '403 NOT_PERMITTED',
    '403 NOT_PERMITTED',
    '400 REASON_REQUIRED',
    ...PERSON_ONLY,
  ],
  review: [
    '409 FINAL',
    MISSING,
    MISSING,
    '409 FINAL',
    '409 FINAL',
    '409 FINAL',
    ...PERSON_ONLY,
  ],
  resolve: [
    '403 NOT_PERMITTED',
    MISSING,
    MISSING,
    '403 NOT_PERMITTED',
    '403 NOT_PERMITTED',
    '409 NOT_HALTED',
    ...PERSON_ONLY,
  ],
  stops: [...Array(9).fill('200'), '401 AuthenticationError'],
  stop: [...Array(5).fill('403 NOT_PERMITTED'), '200', ...PERSON_ONLY],
  lift: [
    ...Array(5).fill('403 NOT_PERMITTED'),
    '404 stop-not-found',
    ...PERSON_ONLY,
  ],
  lanes: [
    ...Array(5).fill('403 fleet-denied'),
    '200',
    ...Array(3).fill('403 fleet-denied'),
    '401 AuthenticationError',
  ],
  arm: [...Array(9).fill('404 lane-not-found'), '401 AuthenticationError'],
  restore: [...Array(9).fill('404 lane-not-found'), '401 AuthenticationError'],
  // Whoever may not see the fleet learns not even whether there is such a cluster.
  cordon: [
    ...Array(9).fill('404 cluster-not-found'),
    '401 AuthenticationError',
  ],
  audit: [
    ...Array(5).fill('403 audit-denied'),
    '200',
    ...Array(3).fill('403 audit-denied'),
    '401 AuthenticationError',
  ],
  report: [
    ...Array(5).fill('403 audit-denied'),
    '200',
    ...Array(3).fill('403 audit-denied'),
    '401 AuthenticationError',
  ],
};

const CELLS = Object.entries(MATRIX).flatMap(([action, answers]) =>
  CALLERS.map((caller, index): [string, Caller, string] => [
    action,
    caller,
    answers[index],
  ]),
);

const policy = {
  ...twoOfShop,
  require: {
    atLeast: 2,
    of: { owners: true, groups: ['group:default/sre'] },
  },
};

let keys = 0;

/** Does an action on a request of its own, as somebody; status and code. */
async function answerTo(
  portal: ApprovalPortal,
  name: string,
  caller: Caller,
): Promise<string> {
  keys += 1;
  const { method, path, body } = ACTIONS[name];
  const request = await portal.seed({
    id: `request-${keys}`,
    gateKey: `gate|${keys}`,
    policy,
  });
  const call = portal
    .call(caller, method, path.replace('{id}', request.id))
    .set('Accept', 'application/json');
  const sent =
    method === 'get'
      ? await call
      : await call
          .set('If-Match', `"${etagOf(request)}"`)
          .set('Idempotency-Key', `key-${keys}`)
          .send(body?.(request.subjectDigest));
  const { error } = sent.body;
  return error
    ? `${sent.status} ${error.code ?? error.name}`
    : `${sent.status}`;
}

describe('who may do what with requests for approval', () => {
  let portal: ApprovalPortal;
  beforeAll(async () => {
    portal = await startApprovalPortal({});
  });
  afterAll(() => portal?.stop());

  it.each(CELLS)(
    '%s as %s is answered with %s',
    async (name, caller, answer) => {
      expect(await answerTo(portal, name, caller)).toBe(answer);
    },
  );

  it.each<[Caller, string]>([
    ['owner', '200'],
    ['approver', '200'],
    ['requester', '403 IS_REQUESTER'],
    ['admin', '403 NOT_ELIGIBLE'],
    ['service', '403 NOT_A_USER'],
    ['agent', '403 ACTING_FOR_SOMEBODY'],
  ])(
    'offers to review what took effect past the rules as the review itself is answered: %s, %s',
    async (caller, answer) => {
      const id = `broken-${caller}`;
      const request = await portal.seed({
        id,
        gateKey: id,
        policy,
        state: 'applied',
        closedAt: 1,
        breakGlass: {
          by: 'user:default/other',
          reason: 'the shop is down',
          reviewBy: 1,
        },
      });
      const { body } = await portal.call(caller, 'get', `/v1/approvals/${id}`);
      const [status, code] = answer.split(' ');
      expect(body.item.can.review).toMatchObject(
        code ? { allowed: false, code } : { allowed: true },
      );
      const sent = await portal
        .call(caller, 'post', `/v1/approvals/${id}/review`)
        .set('If-Match', `"${etagOf(request)}"`)
        .set('Idempotency-Key', id)
        .send({ comment: 'Looked at it' });
      expect([String(sent.status), sent.body.error?.code]).toEqual([
        status,
        code,
      ]);
    },
  );

  it('X02 lists to each what they may see, and nothing by a mere claim', async () => {
    await portal.plugin.knex('approval_request').delete();
    await portal.seed({ policy });
    const seen = await Promise.all(
      CALLERS.filter(caller => caller !== 'nobody').map(async caller => {
        const { body } = await portal.call(caller, 'get', '/v1/approvals');
        return [caller, body.total];
      }),
    );
    expect(Object.fromEntries(seen)).toEqual({
      owner: 1,
      'other-team': 0,
      'claimed-only-owner': 0,
      approver: 1,
      requester: 1,
      admin: 1,
      guest: 0,
      service: 1,
      agent: 1,
    });
  });
});

describe('with permissions disabled', () => {
  let portal: ApprovalPortal;
  beforeAll(async () => {
    portal = await startApprovalPortal({ permissions: false });
  });
  afterAll(() => portal?.stop());

  it.each(CALLERS.filter(caller => caller !== 'nobody'))(
    'nobody votes, %s neither, and everybody reads',
    async caller => {
      expect(await answerTo(portal, 'get', caller)).toBe('200');
      expect(await answerTo(portal, 'vote', caller)).toBe(
        {
          guest: '403 GUEST',
          service: '403 NOT_A_USER',
          agent: '403 ACTING_FOR_SOMEBODY',
        }[caller as string] ?? '409 PERMISSIONS_DISABLED',
      );
    },
  );

  it.each([
    ...['withdraw', 'recall', 'break-glass', 'review', 'resolve'],
    ...['stop', 'lift'],
  ])('nobody does anything else either: %s', async action => {
    expect(await answerTo(portal, action, 'admin')).toBe(
      '409 PERMISSIONS_DISABLED',
    );
  });

  it('says so beside the button', async () => {
    const { id } = await portal.seed({ id: 'said', gateKey: 'said', policy });
    const { body } = await portal.call('owner', 'get', `/v1/approvals/${id}`);
    expect(body.item.can.approve).toMatchObject({
      allowed: false,
      code: 'PERMISSIONS_DISABLED',
    });
  });
});

describe('with approvals switched off', () => {
  let portal: ApprovalPortal;
  beforeAll(async () => {
    portal = await startApprovalPortal({ enabled: false });
  });
  afterAll(() => portal?.stop());

  it.each(['owner', 'approver', 'admin'] as const)(
    'no vote of %s is taken, and everything is shown',
    async caller => {
      expect(await answerTo(portal, 'get', caller)).toBe('200');
      expect(await answerTo(portal, 'list', caller)).toBe('200');
      expect(await answerTo(portal, 'vote', caller)).toBe(
        '409 APPROVALS_DISABLED',
      );
    },
  );

  it('nobody decides past the rules either', async () => {
    expect(await answerTo(portal, 'break-glass', 'admin')).toBe(
      '409 APPROVALS_DISABLED',
    );
  });

  it('nobody says how what halted goes on: nothing would', async () => {
    expect(await answerTo(portal, 'resolve', 'admin')).toBe(
      '409 APPROVALS_DISABLED',
    );
    const { id } = await portal.seed({
      id: 'halted',
      gateKey: 'halted',
      policy,
      state: 'halted',
      decision: 'approve',
    });
    const { body } = await portal.call('admin', 'get', `/v1/approvals/${id}`);
    expect(body.item.can.resolve).toMatchObject({
      allowed: false,
      code: 'APPROVALS_DISABLED',
    });
  });

  it('what was voted before can be taken back', async () => {
    expect(await answerTo(portal, 'withdraw', 'owner')).toBe(
      '409 NOTHING_TO_RECALL',
    );
  });

  it('says so beside the button', async () => {
    const { id } = await portal.seed({ id: 'off', gateKey: 'off', policy });
    const { body } = await portal.call('owner', 'get', `/v1/approvals/${id}`);
    expect(body.item.can).toMatchObject({
      approve: { allowed: false, code: 'APPROVALS_DISABLED' },
      reject: { allowed: false, code: 'APPROVALS_DISABLED' },
    });
  });
});

describe('with approvals switched off on a database that is gone after a restart', () => {
  const lane = `/v1/lanes/${laneIdOf(LANE)}`;
  let portal: ApprovalPortal;
  beforeAll(async () => {
    portal = await startApprovalPortal({
      enabled: false,
      durable: false,
      lanes: ScriptedLanes.create(),
    });
    await seedLane(portal.plugin.knex);
  });
  afterAll(() => portal?.stop());

  it('no vote is taken, by what stays when they are switched on', async () => {
    expect(await answerTo(portal, 'vote', 'owner')).toBe(
      '409 DATABASE_NOT_DURABLE',
    );
  });

  it('nothing that halted goes on either, and its button says why', async () => {
    expect(await answerTo(portal, 'resolve', 'admin')).toBe(
      '409 APPROVALS_DISABLED',
    );
    const { id } = await portal.seed({
      id: 'halted',
      gateKey: 'halted',
      policy,
      state: 'halted',
      decision: 'approve',
    });
    const { body } = await portal.call('admin', 'get', `/v1/approvals/${id}`);
    expect(body.item.can.resolve).toMatchObject({
      allowed: false,
      code: 'APPROVALS_DISABLED',
    });
  });

  it.each([
    ['armed', 'arm', 'actions/arm', { dryRun: true }],
    ['restored', 'restore', 'restore', REASON],
  ])('no lane is %s either', async (_, name, path, body) => {
    const { body: sent } = await portal
      .call('admin', 'post', `${lane}/${path}`)
      .set('If-Match', '"1"')
      .set('Idempotency-Key', name)
      .send(body);
    expect(sent.error).toMatchObject({ code: 'APPROVALS_DISABLED' });
  });

  it('the button that arms a lane says why', async () => {
    const of = encodeURIComponent('component:default/shop');
    const path = `/v1/lanes?entityRefs=${of}`;
    const { body } = await portal.call('admin', 'get', path);
    expect(body.items[0].can.arm).toMatchObject({
      allowed: false,
      code: 'APPROVALS_DISABLED',
    });
  });
});
