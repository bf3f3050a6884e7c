import { controlPlaneTypes } from '../../karmada/types/controlPlaneTypes';
import { memberTypes } from '../../karmada/types/memberTypes';
import { openWatch } from '../__tests__/openWatch';
import { TestServer, testServer } from '../__tests__/testServer';
import { InMemoryObjectStore } from '../InMemoryObjectStore';
import { LogLine } from '../logs/ReadLogs';
import { createApiServer } from '../startApiServer';
import { MemberRoute } from './MemberRoute';

const MEMBER = '/apis/cluster.karmada.io/v1alpha1/clusters/member1/proxy';
const LOG = `${MEMBER}/api/v1/namespaces/demo/pods/web/log`;

describe('proxyToMember', () => {
  let server: TestServer;
  let route: MemberRoute;
  let write: (line: LogLine) => void;
  let stop: () => void;
  const unfollowed = jest.fn();
  const lines = ['one', 'two', 'three'].map((text, i) => ({
    at: Date.UTC(2026, 10, 21, 12, 0, i),
    text,
  }));

  beforeEach(async () => {
    const member = InMemoryObjectStore.create({ types: memberTypes });
    const pod = member.type('v1', 'Pod')!;
    const seed = (name: string, containers: string[]) =>
      member.create(pod, {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name, namespace: 'demo' },
        spec: { containers: containers.map(c => ({ name: c })) },
      });
    seed('web', ['app']);
    seed('pair', ['app', 'sidecar']);
    route = {
      state: 'reachable',
      address: '127.0.0.1:6443',
      server: createApiServer({
        name: 'member1',
        store: member,
        tokens: {},
        // Who may do what at a member is tested against the recorded refusals.
        authorizer: { allows: () => true, rules: () => [] },
        readLogs: () => ({
          lines,
          follow: (listener, end) => {
            write = listener;
            stop = end;
            return unfollowed;
          },
        }),
      }),
    };
    server = await testServer({
      store: InMemoryObjectStore.create({ types: controlPlaneTypes }),
      memberRoute: name => (name === 'member1' ? route : undefined),
    });
    server.add('cluster.karmada.io/v1alpha1', 'Cluster', 'member1', 'lost');
  });

  afterEach(async () => {
    await server.close();
  });

  it('passes lists, with their query, to the member', async () => {
    const answer = await server.ask(
      `${MEMBER}/api/v1/namespaces/demo/pods?fieldSelector=metadata.name%3Dweb`,
    );

    expect(answer.body.items.map((pod: any) => pod.metadata.name)).toEqual([
      'web',
    ]);
  });

  it('passes watches', async () => {
    const watch = await openWatch(server, `${MEMBER}/api/v1/pods?watch=1`);
    await watch.until(2);
    watch.close();

    expect(watch.lines).toHaveLength(2);
  });

  it('says so when the member refuses connections', async () => {
    route.state = 'unreachable';

    const answer = await server.ask(`${MEMBER}/api/v1/pods`);

    expect(answer.status).toBe(500);
    expect(answer.body.message).toBe(
      'dial tcp 127.0.0.1:6443: connect: connection refused',
    );
  });

  it('never answers for a member that hangs', async () => {
    route.state = 'hung';
    const answered = jest.fn();
    server.ask(`${MEMBER}/api/v1/pods`).then(answered, () => undefined);

    await new Promise(resolve => setTimeout(resolve, 60));

    expect(answered).not.toHaveBeenCalled();
  });

  it('waits for a slow member', async () => {
    route.delayMs = 60;
    const started = Date.now();

    await server.ask(`${MEMBER}/api/v1/pods`);

    expect(Date.now() - started).toBeGreaterThanOrEqual(55);
  });

  it.each([
    ['', 'one\ntwo\nthree\n'],
    ['?tailLines=1', 'three\n'],
    ['?tailLines=0', ''],
    ['?tailLines=1&timestamps=true', '2026-11-21T12:00:02.000Z three\n'],
    ['?container=app&tailLines=1', 'three\n'],
  ])('reads a log%s', async (query, expected) => {
    const answer = await server.ask(`${LOG}${query}`);

    expect(answer.text).toBe(expected);
    expect(answer.headers['content-type']).toBe('text/plain');
  });

  it.each([
    ['web/log?container=db', 'container db is not valid for pod web'],
    [
      'pair/log',
      'a container name must be specified for pod pair, choose one of: [app sidecar]',
    ],
  ])('refuses %s', async (path, message) => {
    const answer = await server.ask(
      `${MEMBER}/api/v1/namespaces/demo/pods/${path}`,
    );

    expect(answer.status).toBe(400);
    expect(answer.body.message).toBe(message);
  });

  it('follows a log line by line until the container stops', async () => {
    const log = await openWatch(server, `${LOG}?follow=true&tailLines=1`);
    await log.until(1);
    write({ at: 0, text: 'four' });
    await log.until(2);
    stop();
    const how = await log.ended;

    expect(log.lines).toEqual(['three', 'four']);
    expect(how).toBe('end');
  });

  it('stops following when the reader goes', async () => {
    unfollowed.mockClear();
    const log = await openWatch(server, `${LOG}?follow=true`);
    await log.until(3);
    log.close();

    await new Promise(resolve => setTimeout(resolve, 50));

    expect(unfollowed).toHaveBeenCalled();
  });
});
