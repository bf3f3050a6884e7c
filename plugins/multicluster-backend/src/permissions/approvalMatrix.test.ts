import { etagOf } from '../approvals/engine/etagOf';
import { twoOfShop } from '../approvals/__testUtils__/draftOf';
import { Caller } from '../__testUtils__/approvalPortal';
import { HeldPortal, startHeldPortal } from '../__testUtils__/heldPortal';

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
  /** `{id}` is a request that waits for two, `{lane}` the lane of the shop. */
  path: string;
  body?: (digest: string, portal: HeldPortal) => object;
  /** Whether the lane is armed before it. */
  armed?: boolean;
}

const REASON = { reason: 'short' };
const until = new Date(Date.now() + 3600_000).toISOString();

/** Of what was looked at. */
const change: Action['body'] = (_, { resourceVersion }) => ({
  dryRun: false,
  resourceVersion: resourceVersion(),
  ...REASON,
});
const look: Action['body'] = () => ({ dryRun: true });

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
  lanes: { method: 'get', path: '/v1/lanes', armed: true },
  'look at arming': {
    method: 'post',
    path: '/v1/lanes/{lane}/actions/arm',
    body: look,
  },
  arm: {
    method: 'post',
    path: '/v1/lanes/{lane}/actions/arm',
    body: change,
  },
  disarm: {
    method: 'post',
    path: '/v1/lanes/{lane}/actions/disarm',
    body: change,
    armed: true,
  },
  restore: {
    method: 'post',
    path: '/v1/lanes/{lane}/restore',
    body: () => REASON,
    armed: true,
  },
  'look at a cordon': {
    method: 'post',
    path: '/v1/clusters/prod/member1/actions/cordon',
    body: look,
  },
  cordon: {
    method: 'post',
    path: '/v1/clusters/prod/member1/actions/cordon',
    body: change,
  },
  uncordon: {
    method: 'post',
    path: '/v1/clusters/prod/member1/actions/uncordon',
    body: change,
  },
  'arm where there is no lane': {
    method: 'post',
    path: '/v1/lanes/none/actions/arm',
    body: change,
  },
  'restore where there is no lane': {
    method: 'post',
    path: '/v1/lanes/none/restore',
    body: () => REASON,
  },
  'cordon where there is no cluster': {
    method: 'post',
    path: '/v1/clusters/prod/none/actions/cordon',
    body: change,
  },
  audit: { method: 'get', path: '/v1/audit' },
  report: {
    method: 'get',
    path: `/v1/audit/report?from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z`,
  },
};

const MISSING = '404 approval-not-found';
const NO_LANE = '404 lane-not-found';
const NO_CLUSTER = '404 cluster-not-found';
const NOBODY = '401 AuthenticationError';
const PERSON_ONLY = [
  '403 GUEST',
  '403 NOT_A_USER',
  '403 ACTING_FOR_SOMEBODY',
  '401 AuthenticationError',
];

/** Who sees the lane by the shop, or by the fleet; whoever does not is told of none, before anything is asked of them. */
const OF_LANE = [
  '403 NOT_PERMITTED',
  NO_LANE,
  NO_LANE,
  '403 NOT_PERMITTED',
  '403 NOT_PERMITTED',
  '200',
  NO_LANE,
  '403 NOT_A_USER',
  '403 ACTING_FOR_SOMEBODY',
  NOBODY,
];
/** Who sees the fleet. An agent of an owner does not. */
const OF_CLUSTER = [
  NO_CLUSTER,
  NO_CLUSTER,
  NO_CLUSTER,
  '403 NOT_PERMITTED',
  NO_CLUSTER,
  '200',
  NO_CLUSTER,
  '403 NOT_A_USER',
  NO_CLUSTER,
  NOBODY,
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
    '200',
    '403 fleet-denied',
    '403 fleet-denied',
    '200',
    '200',
    '200',
    '403 fleet-denied',
    '200',
    '200',
    NOBODY,
  ],
  'look at arming': OF_LANE,
  arm: OF_LANE,
  disarm: OF_LANE,
  // Owners may; there is nothing that could be restored.
  restore: OF_LANE.map((answer, index) =>
    ['owner', 'requester', 'admin'].includes(CALLERS[index])
      ? '409 ConflictError'
      : answer,
  ),
  'look at a cordon': OF_CLUSTER,
  cordon: OF_CLUSTER,
  uncordon: OF_CLUSTER,
  'arm where there is no lane': [...Array(9).fill(NO_LANE), NOBODY],
  'restore where there is no lane': [...Array(9).fill(NO_LANE), NOBODY],
  // Whoever may not see the fleet learns not even whether there is such a cluster.
  'cordon where there is no cluster': OF_CLUSTER.map(answer =>
    answer === '200' ? NO_CLUSTER : answer,
  ),
  audit: [
    ...Array(5).fill('403 audit-denied'),
    '200',
    '403 audit-denied',
    '200',
    '403 audit-denied',
    NOBODY,
  ],
  report: [
    ...Array(5).fill('403 audit-denied'),
    '200',
    '403 audit-denied',
    '200',
    '403 audit-denied',
    NOBODY,
  ],
};

/** What the control plane does of it, and nothing for whoever is refused. */
const CHANGED: Record<string, string> = {
  arm: 'user:default/admin hold',
  disarm: 'user:default/admin disarm',
  cordon: 'user:default/admin cordon member1',
  uncordon: 'user:default/admin uncordon member1',
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
  portal: HeldPortal,
  name: string,
  caller: Caller,
): Promise<string> {
  keys += 1;
  const { method, path, body, armed = false } = ACTIONS[name];
  await portal.begin(armed);
  const request = await portal.seed({
    id: `request-${keys}`,
    gateKey: `gate|${keys}`,
    policy,
  });
  const call = portal
    .call(
      caller,
      method,
      path.replace('{id}', request.id).replace('{lane}', portal.lane),
    )
    .set('Accept', 'application/json');
  const sent =
    method === 'get'
      ? await call
      : await call
          .set('If-Match', `"${etagOf(request)}"`)
          .set('Idempotency-Key', `key-${keys}`)
          .send(body?.(request.subjectDigest, portal));
  const { error } = sent.body;
  return error
    ? `${sent.status} ${error.code ?? error.name}`
    : `${sent.status}`;
}

describe('who may do what with requests for approval, lanes and clusters', () => {
  let portal: HeldPortal;
  beforeAll(async () => {
    portal = await startHeldPortal({});
  });
  afterAll(() => portal?.stop());

  it.each(CELLS)(
    '%s as %s is answered with %s',
    async (name, caller, answer) => {
      expect(await answerTo(portal, name, caller)).toBe(answer);
      expect(portal.done()).toEqual(
        answer === '200' && name in CHANGED ? [CHANGED[name]] : [],
      );
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
  let portal: HeldPortal;
  beforeAll(async () => {
    portal = await startHeldPortal({ permissions: false });
  });
  afterAll(() => portal?.stop());

  it.each(CALLERS.filter(caller => caller !== 'nobody'))(
    '%s reads, as everybody does',
    async caller => {
      for (const action of ['get', 'list', 'stops', 'lanes']) {
        expect([action, await answerTo(portal, action, caller)]).toEqual([
          action,
          '200',
        ]);
      }
    },
  );

  it.each(
    [
      ...['vote', 'withdraw', 'recall', 'break-glass', 'review', 'resolve'],
      ...['stop', 'lift', 'look at arming', 'arm', 'disarm', 'restore'],
      ...['look at a cordon', 'cordon', 'uncordon'],
    ].flatMap(action =>
      CALLERS.map((caller): [string, Caller] => [action, caller]),
    ),
  )('nobody changes anything: not %s as %s', async (action, caller) => {
    expect(await answerTo(portal, action, caller)).toBe(
      {
        guest: '403 GUEST',
        service: '403 NOT_A_USER',
        agent: '403 ACTING_FOR_SOMEBODY',
        nobody: NOBODY,
      }[caller as string] ?? '409 PERMISSIONS_DISABLED',
    );
    expect(portal.done()).toEqual([]);
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

/** Of what halted: how the route answers who wants it to go on, and what the button says. */
async function goingOn(portal: HeldPortal) {
  const answer = await answerTo(portal, 'resolve', 'admin');
  const { id } = await portal.seed({
    id: 'halted',
    gateKey: 'halted',
    policy,
    state: 'halted',
    decision: 'approve',
  });
  const { body } = await portal.call('admin', 'get', `/v1/approvals/${id}`);
  return { answer, button: body.item.can.resolve };
}

describe('with approvals switched off', () => {
  let portal: HeldPortal;
  beforeAll(async () => {
    portal = await startHeldPortal({ enabled: false });
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
    expect(await goingOn(portal)).toMatchObject({
      answer: '409 APPROVALS_DISABLED',
      button: { allowed: false, code: 'APPROVALS_DISABLED' },
    });
  });

  it.each<[string, Caller, string]>([
    ['arm', 'admin', '409 APPROVALS_DISABLED'],
    ['restore', 'owner', '409 APPROVALS_DISABLED'],
    ['restore', 'approver', '403 NOT_PERMITTED'],
    // Whoever is in trouble gets out of it.
    ['disarm', 'admin', '200'],
    ['disarm', 'owner', '403 NOT_PERMITTED'],
    ['cordon', 'admin', '200'],
    ['uncordon', 'admin', '200'],
  ])('%s as %s is answered with %s', async (action, caller, answer) => {
    expect(await answerTo(portal, action, caller)).toBe(answer);
    expect(portal.done()).toEqual(answer === '200' ? [CHANGED[action]] : []);
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
  let portal: HeldPortal;
  beforeAll(async () => {
    portal = await startHeldPortal({
      enabled: false,
      durable: false,
    });
  });
  afterAll(() => portal?.stop());

  it('no vote is taken, by what stays when they are switched on', async () => {
    expect(await answerTo(portal, 'vote', 'owner')).toBe(
      '409 DATABASE_NOT_DURABLE',
    );
  });

  it('nothing that halted goes on either, and its button says why', async () => {
    expect(await goingOn(portal)).toMatchObject({
      answer: '409 APPROVALS_DISABLED',
      button: { allowed: false, code: 'APPROVALS_DISABLED' },
    });
  });

  it.each([
    ['armed', 'arm', 'actions/arm', { dryRun: true }],
    ['restored', 'restore', 'restore', REASON],
  ])('no lane is %s either', async (_, name, path, body) => {
    const { body: sent } = await portal
      .call('admin', 'post', `/v1/lanes/${portal.lane}/${path}`)
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
