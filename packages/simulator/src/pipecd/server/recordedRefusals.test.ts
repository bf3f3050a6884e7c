import { createHmac } from 'node:crypto';
import { clients, type Call } from '../__testUtils__/clients';
import { startPipecd, type Pipecd } from '../startPipecd';

const HOUR = 3600;
const NOBODY = '11111111-2222-4333-8444-555555555555';

let pipecd: Pipecd;
let call: ReturnType<typeof clients>;
let applicationId: string;

beforeAll(async () => {
  pipecd = await startPipecd({ speed: 1000 });
  call = clients(pipecd);
  const { id } = pipecd.world.addApplication({
    name: 'gate',
    piped: 'v0',
    kind: 'TERRAFORM',
    spec: {
      pipeline: [
        { name: 'SCRIPT_RUN' },
        { name: 'WAIT_APPROVAL', id: 'gate', approvers: ['alice', 'bob'] },
      ],
    },
  });
  applicationId = id;
  pipecd.world.push('gate', 'Try it');
  while (pipecd.world.latest('gate')?.stages[1]?.status !== 1) {
    await new Promise(resolve => setTimeout(resolve, 5));
  }
});

afterAll(async () => {
  call.close();
  await pipecd.close();
});

type Ended = { code: number; details?: string };

async function ended(promise: Promise<unknown>): Promise<Ended> {
  try {
    await promise;
    return { code: 0 };
  } catch (error) {
    const { code, details } = error as Ended;
    return { code, details };
  }
}

function as(role: string, sub = 'erin', project = 'demo'): Call {
  return call.web(`token=${pipecd.token(sub, [role], project)}`);
}

function tokenOf(
  claims: Record<string, unknown>,
  options: { alg?: string; key?: Buffer } = {},
): string {
  const now = Math.floor(Date.now() / 1000);
  const encode = (value: object) =>
    Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${encode({ alg: options.alg ?? 'HS256', typ: 'JWT' })}.${encode(
    {
      iss: 'PipeCD',
      sub: 'alice',
      iat: now - 30,
      nbf: now - 30,
      exp: now + 300,
      role: { project_id: 'demo', project_rbac_roles: ['Editor'] },
      ...claims,
    },
  )}`;
  const hash = createHmac(
    options.alg === 'HS512' ? 'sha512' : 'sha256',
    options.key ?? pipecd.world.signingKey,
  );
  return `${text}.${hash.update(text).digest('base64url')}`;
}

const soon = () => Math.floor(Date.now() / 1000) + 60;

describe('sessions of the web service', () => {
  it.each<[string, () => string | undefined]>([
    ['no cookie', () => undefined],
    ['a cookie without a token', () => 'a=b'],
    ['a token that is none', () => 'token=abc'],
    ['an expired token', () => `token=${tokenOf({ exp: soon() - HOUR })}`],
    ['no exp', () => `token=${tokenOf({ exp: undefined })}`],
    ['another issuer', () => `token=${tokenOf({ iss: 'Other' })}`],
    ['nbf in the future', () => `token=${tokenOf({ nbf: soon() })}`],
    ['iat in the future', () => `token=${tokenOf({ iat: soon() })}`],
    ['HS512', () => `token=${tokenOf({}, { alg: 'HS512' })}`],
    ['alg none', () => `token=${tokenOf({}, { alg: 'none' })}`],
    ['another key', () => `token=${tokenOf({}, { key: Buffer.alloc(32, 1) })}`],
  ])('refuse %s with 16', async (_, cookie) => {
    expect(await ended(call.web(cookie())('GetMe'))).toEqual({
      code: 16,
      details: 'Unauthenticated',
    });
  });

  it.each([
    ['no roles', { project_id: 'demo', project_rbac_roles: [] }],
    ['an unknown role', { project_id: 'demo', project_rbac_roles: ['Boss'] }],
    ['an unknown project', { project_id: 'x', project_rbac_roles: ['Admin'] }],
    ['no role claim', undefined],
  ])('refuse %s with 7', async (_, role) => {
    const caller = call.web(`token=${tokenOf({ role })}`);
    expect(await ended(caller('GetMe'))).toEqual({
      code: 7,
      details: 'Permission Denied',
    });
  });

  it.each([
    ['a space and another cookie before', (t: string) => `a=b; token=${t}`],
    ['another cookie after', (t: string) => `token=${t};a=b`],
  ])('are found with %s', async (_, cookie) => {
    const me = await call.web(cookie(tokenOf({})))('GetMe');
    expect(me).toEqual({ subject: 'alice', project_id: 'demo' });
  });
});

describe('what ends the process of a real one', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['a trailing ;', () => call.web(`token=${tokenOf({})};`)('GetMe')],
    ['a part without =', () => call.web('abc')('GetMe')],
    [
      'ListApplications without options',
      () => as('Viewer')('ListApplications'),
    ],
    ['ListEvents without options', () => as('Viewer')('ListEvents')],
    [
      'an empty status',
      () => call.api()('ListDeployments', { statuses: [''] }),
    ],
    ['an empty kind', () => call.api()('ListDeployments', { kinds: [''] })],
  ])('%s ends the call with 14 and is counted', async (_, send) => {
    const before = pipecd.world.controlPlane.crashed;
    expect(await ended(send())).toMatchObject({ code: 14 });
    expect(pipecd.world.controlPlane.crashed).toBe(before + 1);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['no options', () => as('Viewer')('ListDeployments', { page_size: 1 })],
    ['ListPipeds', () => as('Viewer')('ListPipeds', { with_status: true })],
    [
      'an empty application id',
      () => call.api()('ListDeployments', { application_ids: [''] }),
    ],
  ])('%s does not', async (_, send) => {
    const before = pipecd.world.controlPlane.crashed;
    expect(await ended(send())).toEqual({ code: 0 });
    expect(pipecd.world.controlPlane.crashed).toBe(before);
  });
});

describe('keys of the API service', () => {
  const list = (key: string) => call.api(key)('ListApplications', { limit: 1 });

  it.each([
    [' x.y', 'credentials is malformed'],
    ['nodot', 'Unauthenticated'],
    [`${NOBODY}.secret`, 'Unauthenticated'],
  ])('refuse %j with 16', async (key, details) => {
    expect(await ended(list(key))).toEqual({ code: 16, details });
  });

  it('refuse a wrong secret, and let a read-only key sync nothing', async () => {
    const [id] = pipecd.keys.readOnly.split('.');
    expect(await ended(list(`${id}.wrong`))).toMatchObject({ code: 16 });
    const sync = call.api()('SyncApplication', {
      application_id: applicationId,
    });
    expect(await ended(sync)).toEqual({
      code: 7,
      details: 'Permission denied',
    });
  });

  it('answer 3 to what belongs to another project, where the web service answers 7', async () => {
    const request = { application_id: applicationId };
    const key = call.api(pipecd.keys.otherProject);
    expect(await ended(key('GetApplication', request))).toEqual({
      code: 3,
      details: 'Requested application does not belong to your project',
    });
    const web = as('Editor', 'x', 'other');
    expect(await ended(web('GetApplication', request))).toEqual({
      code: 7,
      details: 'Requested application does not belong to your project',
    });
  });
});

describe('approvals', () => {
  const approve = (caller: Call, more: object = {}) =>
    ended(
      caller('ApproveStage', {
        deployment_id: pipecd.world.latest('gate')!.id,
        stage_id: 'gate',
        ...more,
      }),
    );

  it.each<[string, () => Promise<Ended>, Ended]>([
    [
      'who is not listed',
      () => approve(as('Editor', 'mallory')),
      {
        code: 7,
        details:
          "You can't approve this deployment because you (mallory) are not in the approver list: [alice bob]",
      },
    ],
    [
      'another letter case',
      () => approve(as('Editor', 'Alice')),
      {
        code: 7,
        details:
          "You can't approve this deployment because you (Alice) are not in the approver list: [alice bob]",
      },
    ],
    [
      'a Viewer',
      () => approve(as('Viewer', 'alice')),
      { code: 7, details: 'Permission Denied' },
    ],
    [
      'the list before the project',
      () => approve(as('Editor', 'mallory', 'other')),
      {
        code: 7,
        details:
          "You can't approve this deployment because you (mallory) are not in the approver list: [alice bob]",
      },
    ],
    [
      'a listed name of another project',
      () => approve(as('Editor', 'bob', 'other')),
      {
        code: 7,
        details:
          "Requested deployment doesn't belong to the project you logged in",
      },
    ],
    [
      'a stage that is over',
      () => approve(as('Editor', 'bob'), { stage_id: 'stage-0' }),
      {
        code: 9,
        details: 'Could not approve the stage because it was already completed',
      },
    ],
    [
      'an unknown stage',
      () => approve(as('Editor', 'bob'), { stage_id: 'nope' }),
      { code: 9, details: 'The stage was not found in the deployment' },
    ],
    [
      'an empty stage',
      () => approve(as('Editor', 'bob'), { stage_id: '' }),
      {
        code: 3,
        details:
          'invalid request: invalid ApproveStageRequest.StageId: value length must be at least 1 runes',
      },
    ],
    [
      'an unknown deployment',
      () => approve(as('Editor', 'bob'), { deployment_id: NOBODY }),
      { code: 5, details: 'Deployment is not found' },
    ],
  ])('refuse %s', async (_, send, expected) => {
    expect(await send()).toEqual(expected);
  });
});

describe('what else is refused', () => {
  it.each<[string, () => Promise<unknown>, Ended]>([
    [
      'chains, also to Admin',
      () => as('Admin')('ListDeploymentChains'),
      { code: 7, details: 'Permission Denied' },
    ],
    [
      'a status without its prefix',
      () => call.api()('ListDeployments', { statuses: ['SUCCESS'] }),
      { code: 3, details: 'SUCCESS is invalid deployment status' },
    ],
    [
      'an unknown kind',
      () => call.api()('ListApplications', { kind: 'NOPE' }),
      { code: 3, details: 'Invalid application kind' },
    ],
    [
      'a bad cursor',
      () => call.api()('ListDeployments', { cursor: 'bm90LWpzb24=' }),
      { code: 13, details: 'Failed to get deployments' },
    ],
    [
      'the log of a stage that has none',
      () =>
        as('Viewer')('GetStageLog', {
          deployment_id: pipecd.world.latest('gate')!.id,
          stage_id: 'Rollback',
        }),
      { code: 5, details: 'Entity was not found to get stage logs' },
    ],
    [
      'a live state that nobody reported',
      () =>
        as('Viewer')('GetApplicationLiveState', {
          application_id: applicationId,
        }),
      {
        code: 5,
        details: 'Entity was not found to get application live state',
      },
    ],
    [
      'a skip of a gate',
      () =>
        as('Editor')('SkipStage', {
          deployment_id: pipecd.world.latest('gate')!.id,
          stage_id: 'gate',
        }),
      {
        code: 9,
        details: 'SKIP STAGE is not supported for stage "WAIT_APPROVAL"',
      },
    ],
  ])('%s', async (_, send, expected) => {
    expect(await ended(send())).toEqual(expected);
  });

  it('walks pages to an empty one, the last full one with a cursor', async () => {
    const first = await as('Viewer')<{
      deployments: unknown[];
      cursor?: string;
    }>('ListDeployments', { options: {}, page_size: 1 });
    expect(first.deployments).toHaveLength(1);
    expect(first.cursor).toBeTruthy();
    const second = await as('Viewer')<{ deployments: unknown[] }>(
      'ListDeployments',
      { options: {}, page_size: 1, cursor: first.cursor },
    );
    expect(second).toEqual({ deployments: [] });
  });
});

describe('the form login', () => {
  const login = (body: string, type = 'application/x-www-form-urlencoded') =>
    fetch(`${pipecd.url}/auth/login/static`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': type },
      body,
    });

  it('gives the static admin a session that the web service takes', async () => {
    const { username, password } = pipecd.staticAdmin;
    const form = new URLSearchParams({ project: 'demo', username, password });
    const answer = await login(form.toString());
    expect(answer.status).toBe(302);
    const [cookie] = answer.headers.getSetCookie();
    const me = await call.web(cookie.split(';')[0])('GetMe');
    expect(me).toEqual({ subject: username, project_id: 'demo' });
  });

  it.each([
    ['project=demo&username=hello-pipecd&password=no', 'Unable to login'],
    ['', 'Missing project id'],
  ])('refuses %j with 303 and an error in a cookie', async (body, text) => {
    const answer = await login(body);
    expect(answer.status).toBe(303);
    expect(answer.headers.getSetCookie()[0]).toMatch(
      new RegExp(`^error="${text}"`),
    );
  });
});

describe('the page of a deployment', () => {
  it('names the run and its gate, and approves by its form', async () => {
    const { id } = pipecd.world.latest('gate')!;
    const page = await (await fetch(`${pipecd.url}/deployments/${id}`)).text();
    expect(page).toContain('gate: RUNNING');
    expect(page).toContain('Approvers: alice, bob');
    const refused = await fetch(`${pipecd.url}/deployments/${id}/approve`, {
      method: 'POST',
      body: new URLSearchParams({ stage: 'gate', as: '<b>mallory' }),
    });
    const said = await refused.text();
    expect(said).toContain('are not in the approver list');
    expect(said).not.toContain('<b>');
    await fetch(`${pipecd.url}/deployments/${id}/approve`, {
      method: 'POST',
      body: new URLSearchParams({ stage: 'gate', as: 'bob' }),
    });
    while (pipecd.world.latest('gate')?.status !== 4) {
      await new Promise(resolve => setTimeout(resolve, 5));
    }
    expect(pipecd.world.latest('gate')!.stages[1].metadata).toMatchObject({
      ApprovedBy: 'bob',
    });
  });
});
