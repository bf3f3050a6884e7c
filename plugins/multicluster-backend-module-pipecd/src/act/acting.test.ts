import { decodeJwt } from 'jose';
import { Caller } from '@fairway/backstage-plugin-multicluster-node';
import { FakeControlPlane } from '../__testUtils__/FakeControlPlane';
import { FakeProject } from '../__testUtils__/FakeProject';
import { clientOf, SIGNING_KEY } from '../__testUtils__/observing';
import { projectApplication } from '../project/projectApplication';
import { projectDeployment } from '../project/projectDeployment';
import { ProjectClient } from '../ProjectClient';
import { ProjectReader } from '../ProjectReader';
import { SecretText } from '../session/SecretText';
import { SigningKeySessions } from '../session/SigningKeySessions';
import { StaticSessions } from '../session/StaticSessions';
import { ControlPlane } from '../wire/ControlPlane';
import { PipecdActions } from './PipecdActions';
import { PipecdGates } from './PipecdGates';

const GATE = {
  id: 'gate',
  name: 'WAIT_APPROVAL',
  status: 1,
  visible: true,
  metadata: { Approvers: 'alice,Bob' },
};
const caller = (name: string): Caller => ({
  userEntityRef: `user:default/${name}`,
  ownershipEntityRefs: [],
});
const APPLICATION = { id: 'app-1', name: 'shop', project_id: 'demo' };

describe('acting on PipeCD', () => {
  let fake: FakeControlPlane;
  let project: FakeProject;
  const open: ControlPlane[] = [];

  beforeEach(async () => {
    fake = await FakeControlPlane.start();
    project = FakeProject.on(fake);
    project.put('d1', { stages: [GATE] });
    const taken = { response: { command_id: 'command-1' } };
    fake
      .on('web', 'ApproveStage', taken)
      .on('web', 'SkipStage', taken)
      .on('web', 'CancelDeployment', taken)
      .on('web', 'SyncApplication', taken)
      .on('api', 'SyncApplication', taken)
      .on('web', 'GetApplication', { response: { application: APPLICATION } })
      .on('api', 'GetApplication', { response: { application: APPLICATION } });
  });

  afterEach(() => {
    open.splice(0).forEach(one => one.close());
    fake.close();
  });

  const facets = (
    client: ProjectClient,
    identity = { user: '{name}', namespace: 'default' },
  ) => {
    const reader = ProjectReader.create(client);
    const options = { client, reader, identity, configKey: 'key' };
    return {
      gates: PipecdGates.create(options),
      actions: PipecdActions.create(options),
    };
  };
  const by = (...ways: Array<'web' | 'api'>) => {
    const { client, controlPlane } = clientOf(fake.address, ways);
    open.push(controlPlane);
    return client;
  };
  const run = () => projectDeployment(project.deployments.get('d1')!)!;
  const decide = (gates: PipecdGates, name: string, key = name) =>
    gates.decide({
      run: run(),
      gateId: 'gate',
      version: 'd1/gate/1',
      verdict: 'approve',
      caller: caller(name),
      idempotencyKey: key,
      deadlineMs: 5_000,
      signal: new AbortController().signal,
    });
  const act = (
    actions: PipecdActions,
    name: 'cancel' | 'skip' | 'sync' | 'retry',
    subject: Parameters<PipecdActions['act']>[0]['subject'],
  ) =>
    actions.act({
      name,
      subject,
      caller: caller('alice'),
      idempotencyKey: name,
      deadlineMs: 5_000,
      signal: new AbortController().signal,
    });

  it('approves in the name of the person, with the least role, for a minute', async () => {
    const result = await decide(facets(by('web')).gates, 'alice');
    const [{ request, metadata }] = fake.named('ApproveStage');
    const claims = decodeJwt(String(metadata.cookie).slice('token='.length));

    expect(result).toMatchObject({
      outcome: 'requested',
      providerRef: 'command-1',
      actedAs: { mode: 'impersonated', nativeId: 'alice' },
    });
    expect(request).toEqual({ deployment_id: 'd1', stage_id: 'gate' });
    expect(claims).toMatchObject({
      sub: 'alice',
      role: { project_rbac_roles: ['Editor'] },
    });
  });

  it('tells beforehand as whom PipeCD will see a person, and of whom it will see nobody', async () => {
    const { gates } = facets(by('web'), {
      user: '{name}@{namespace}',
      namespace: 'default',
    });
    const { actedAs } = await decide(gates, 'alice');
    expect(gates.nameOf?.(caller('alice'))).toBe('alice@default');
    expect(actedAs.nativeId).toBe('alice@default');
    const { gates: byAddress } = facets(by('web'), {
      user: '{email}',
      namespace: 'default',
    });
    expect(byAddress.nameOf?.(caller('alice'))).toBeUndefined();
  });

  it('tells no names where nobody is seen as themselves', () => {
    expect(facets(by('api')).gates.nameOf).toBeUndefined();
  });

  it('asks once for a double click, whatever key the second has', async () => {
    const { gates } = facets(by('web'));
    const results = await Promise.all([
      decide(gates, 'alice', 'one'),
      decide(gates, 'alice', 'two'),
    ]);

    expect(results.map(({ providerRef }) => providerRef)).toEqual([
      'command-1',
      'command-1',
    ]);
    expect(fake.named('ApproveStage')).toHaveLength(1);
  });

  it('compares names as PipeCD does, letter by letter', async () => {
    expect(await decide(facets(by('web')).gates, 'bob')).toMatchObject({
      outcome: 'refused',
      code: 'not-approver',
    });
    expect(fake.named('ApproveStage')).toHaveLength(0);
  });

  it('lets anybody approve where the list is empty', async () => {
    project.put('d1', { stages: [{ ...GATE, metadata: { Approvers: '' } }] });

    expect(await decide(facets(by('web')).gates, 'carol')).toMatchObject({
      outcome: 'requested',
    });
  });

  it.each([
    ['the deployment rolls back', { status: 3, stages: [GATE] }, 'gate-closed'],
    ['the gate has not begun', { stages: [{ ...GATE, status: 0 }] }, 'stale'],
    ['the gate is over', { stages: [{ ...GATE, status: 4 }] }, 'gate-closed'],
    [
      'the gate was begun anew',
      { stages: [{ ...GATE, retried_count: 1 }] },
      'stale',
    ],
  ])('sends nothing when %s', async (_, change, code) => {
    project.put('d1', change);

    expect(await decide(facets(by('web')).gates, 'alice')).toMatchObject({
      outcome: 'refused',
      code,
    });
    expect(fake.named('ApproveStage')).toHaveLength(0);
  });

  it('says so when the person has approved already, as only the log of a v1 piped tells', async () => {
    fake.on('web', 'GetStageLog', {
      response: {
        blocks: [
          { index: 1, log: 'Waiting for approval from at least 2 user(s)...' },
          { index: 2, log: 'Got approval from "alice"' },
        ],
      },
    });

    expect(await decide(facets(by('web')).gates, 'alice')).toMatchObject({
      outcome: 'noop',
    });
    expect(fake.named('ApproveStage')).toHaveLength(0);
  });

  it.each(['a,b@example.org', ' a@example.org'])(
    'is not mapped to %j, which PipeCD would read as another name',
    async email => {
      const { gates } = facets(by('web'), {
        user: '{email},x',
        namespace: 'default',
      });
      const result = await gates.decide({
        run: run(),
        gateId: 'gate',
        version: 'd1/gate/1',
        verdict: 'approve',
        caller: { ...caller('alice'), email },
        idempotencyKey: 'x',
        deadlineMs: 5_000,
        signal: new AbortController().signal,
      });

      expect(result.code).toBe('needs-user-credential');
      expect(fake.calls).toHaveLength(0);
    },
  );

  it('never approves as the static admin, listed or not: it is the account of everybody', async () => {
    const { controlPlane } = clientOf(fake.address);
    open.push(controlPlane);
    const fetchToken = async () =>
      new Response(null, {
        status: 302,
        headers: { 'set-cookie': 'token=a.b.c; Path=/' },
      });
    const web = StaticSessions.create(
      {
        url: 'https://pipecd.example.org',
        project: 'demo',
        username: 'Bob',
        password: SecretText.ofValue('hush'),
      },
      { fetch: fetchToken },
    );
    const client = ProjectClient.create({ controlPlane, project: 'demo', web });
    const { gates } = facets(client);

    expect(await decide(gates, 'anybody')).toMatchObject({
      outcome: 'refused',
      code: 'unsupported',
      sentence: { code: 'pipecd.sharedReads' },
    });
    expect(fake.calls).toHaveLength(0);
    expect(gates.capabilities()[0]).toMatchObject({
      available: false,
      identityModes: ['deep-link'],
    });
  });

  it('approves as nobody where only the key is there, and says what is missing', async () => {
    const { controlPlane } = clientOf(fake.address);
    open.push(controlPlane);
    const web = SigningKeySessions.create({
      key: SecretText.ofValue(SIGNING_KEY),
      project: 'demo',
      role: 'Viewer',
    });
    const client = ProjectClient.create({ controlPlane, project: 'demo', web });
    const { gates, actions } = facets(client);

    expect(await decide(gates, 'alice')).toMatchObject({
      outcome: 'refused',
      code: 'unsupported',
      sentence: { code: 'pipecd.needsImpersonation' },
    });
    expect(fake.calls).toHaveLength(0);
    expect(gates.capabilities()[0]).toMatchObject({
      available: false,
      reason: { code: 'pipecd.needsImpersonation' },
    });
    expect(actions.capabilities()[0].available).toBe(false);
  });

  it('reads a run and its gate as they are now', async () => {
    const { gates } = facets(by('web'));
    const fact = run();
    const derived = {
      status: 'waiting' as const,
      nativeStatus: '',
      sentence: { code: '', params: {}, text: '' },
      stages: [],
      notes: [],
    };
    const read = () =>
      gates.read({
        run: fact,
        derived,
        deadlineMs: 5_000,
        signal: new AbortController().signal,
      });
    expect((await read())?.stages[0].gate).toMatchObject({
      id: 'gate',
      state: 'pending',
      version: 'd1/gate/1',
    });
    project.put('d1', { status: 6, stages: [{ ...GATE, status: 4 }] });
    expect((await read())?.status).toBe('cancelled');
    project.deployments.delete('d1');
    expect(await read()).toBeUndefined();
  });

  it('can only link to PipeCD with an API key alone, but sync', async () => {
    const { gates, actions } = facets(by('api'));
    const { subject } = { subject: { kind: 'run' as const, run: run() } };
    const pipeline = projectApplication(APPLICATION)!;

    expect(await decide(gates, 'alice')).toMatchObject({
      outcome: 'refused',
      code: 'unsupported',
      actedAs: { mode: 'deep-link' },
    });
    expect(await act(actions, 'cancel', subject)).toMatchObject({
      code: 'unsupported',
    });
    expect(
      await act(actions, 'sync', { kind: 'pipeline', pipeline }),
    ).toMatchObject({ outcome: 'requested', actedAs: { mode: 'service' } });
    expect(fake.calls.every(({ service }) => service === 'api')).toBe(true);
    expect(
      actions.capabilities().map(({ name, available }) => [name, available]),
    ).toEqual([
      ['cancel', false],
      ['skip', false],
      ['sync', true],
      ['retry', false],
    ]);
  });

  it.each([
    ['deleted', { deleted: true, disabled: true }],
    ['disabled', { disabled: true }],
  ])('does not sync an application that is %s', async (_, change) => {
    const application = { ...APPLICATION, ...change };
    fake.on('web', 'GetApplication', { response: { application } });
    const pipeline = projectApplication(APPLICATION)!;

    expect(
      await act(facets(by('web')).actions, 'sync', {
        kind: 'pipeline',
        pipeline,
      }),
    ).toMatchObject({ outcome: 'refused', code: 'conflict' });
    expect(fake.named('SyncApplication')).toHaveLength(0);
  });

  it.each([
    ['ANALYSIS', 1, 'requested', undefined],
    ['ANALYSIS', 0, 'refused', 'conflict'],
    ['ANALYSIS', 5, 'noop', undefined],
    ['MY_ANALYSIS', 1, 'refused', 'unsupported'],
  ])('skips a stage %s of status %d: %s', async (name, code, outcome, why) => {
    const stage = { id: 's', name, status: code, visible: true };
    project.put('d1', { stages: [{ ...stage, available_operation: 1 }] });
    const subject = { kind: 'stage' as const, run: run(), stageId: 's' };
    const result = await act(facets(by('web')).actions, 'skip', subject);

    expect([result.outcome, result.code]).toEqual([outcome, why]);
    expect(fake.named('SkipStage')).toHaveLength(
      outcome === 'requested' ? 1 : 0,
    );
  });

  it.each([
    [0, 'requested'],
    [3, 'requested'],
    [5, 'refused'],
    [6, 'noop'],
  ])('cancels a deployment of status %d: %s', async (code, outcome) => {
    project.put('d1', { status: code });
    const subject = { kind: 'run' as const, run: run() };

    expect(
      await act(facets(by('web')).actions, 'cancel', subject),
    ).toMatchObject({ outcome });
  });

  it('signs in once more when a session is refused, and then gives up', async () => {
    fake.on('web', 'ApproveStage', {
      error: { code: 16, details: 'Unauthenticated' },
    });

    expect(await decide(facets(by('web')).gates, 'alice')).toMatchObject({
      outcome: 'failed',
      code: 'not-authenticated',
    });
    expect(fake.named('ApproveStage')).toHaveLength(2);
  });
});
