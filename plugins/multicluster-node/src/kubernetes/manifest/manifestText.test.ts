import { parse } from 'yaml';
import { manifestText } from './manifestText';

const HIDDEN = /^\(value [0-9a-f]{8}\)$/;

function written(object: unknown) {
  return parse(manifestText(object) ?? '');
}

const pod = (container: object, spec: object = {}) => ({
  kind: 'Deployment',
  metadata: { name: 'shop' },
  spec: {
    template: {
      spec: { containers: [{ name: 'shop', ...container }], ...spec },
    },
  },
});
const containerOf = (object: unknown) =>
  written(object).spec.template.spec.containers[0];

describe('manifestText', () => {
  it('leaves out what a server, a control plane or a tool has written', () => {
    expect(
      written({
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: {
          name: 'shop',
          namespace: 'shop-test',
          uid: 'u',
          resourceVersion: '7',
          generation: 3,
          creationTimestamp: '2026-11-21T08:00:00Z',
          managedFields: [{ manager: 'kubectl' }],
          labels: { app: 'shop', 'work.karmada.io/permanent-id': 'w' },
          annotations: {
            'kubectl.kubernetes.io/last-applied-configuration': '{"a":1}',
            'pipecd.dev/application': 'a',
            note: 'kept',
          },
        },
        spec: { replicas: 2 },
        status: { replicas: 1 },
      }),
    ).toEqual({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: {
        name: 'shop',
        labels: { app: 'shop' },
        annotations: { note: 'kept' },
      },
      spec: { replicas: 2 },
    });
  });

  it('reads what was sent as what the cluster made of it', () => {
    const sent = {
      kind: 'Deployment',
      metadata: { name: 'shop' },
      spec: {
        replicas: 2,
        template: {
          spec: { containers: [{ name: 'shop', image: 'shop:v1' }] },
        },
      },
    };
    const stored = {
      ...sent,
      metadata: {
        name: 'shop',
        annotations: { 'deployment.kubernetes.io/revision': '4' },
      },
      spec: {
        ...sent.spec,
        progressDeadlineSeconds: 600,
        revisionHistoryLimit: 10,
        strategy: {
          type: 'RollingUpdate',
          rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' },
        },
        template: {
          metadata: { creationTimestamp: null },
          spec: {
            containers: [
              {
                name: 'shop',
                image: 'shop:v1',
                imagePullPolicy: 'IfNotPresent',
                resources: {},
                terminationMessagePath: '/dev/termination-log',
                terminationMessagePolicy: 'File',
              },
            ],
            dnsPolicy: 'ClusterFirst',
            restartPolicy: 'Always',
            schedulerName: 'default-scheduler',
            securityContext: {},
            terminationGracePeriodSeconds: 30,
          },
        },
      },
      status: {},
    };
    expect(manifestText(stored)).toBe(manifestText(sent));
  });

  it('keeps what is not the default', () => {
    expect(
      written({
        kind: 'Deployment',
        spec: { strategy: { type: 'Recreate' }, revisionHistoryLimit: 2 },
      }).spec,
    ).toEqual({ strategy: { type: 'Recreate' }, revisionHistoryLimit: 2 });
  });

  it('keeps a field that is called as what every object has', () => {
    const labels = { constructor: 'a', toString: 'b', valueOf: 'c' };
    expect(written({ kind: 'A', metadata: { labels } }).metadata).toEqual({
      labels,
    });
  });

  it('does not depend on the order of keys', () => {
    expect(manifestText({ kind: 'A', spec: { a: 1, b: 2 } })).toBe(
      manifestText({ spec: { b: 2, a: 1 }, kind: 'A' }),
    );
  });

  it('has of a Secret the names of its keys and nothing of its values', () => {
    const secret = (value: string) => ({
      kind: 'Secret',
      type: 'Opaque',
      data: { password: value },
      stringData: { user: value },
    });
    expect(written(secret('aHVudGVyMg=='))).toMatchObject({
      data: { password: '(not shown)' },
      stringData: { user: '(not shown)' },
    });
    expect(manifestText(secret('a'))).toBe(manifestText(secret('b')));
  });

  it('has of settings whether they are equal', () => {
    const settings = (level: string) => ({
      kind: 'ConfigMap',
      data: { 'app.properties': `level=${level}` },
    });
    const [debug, info] = ['debug', 'info'].map(level =>
      manifestText(settings(level)),
    );
    expect(written(settings('debug')).data['app.properties']).toMatch(HIDDEN);
    expect(debug).not.toBe(info);
    expect(debug).toBe(manifestText(settings('debug')));
  });

  it.each`
    what                            | container                                                  | value
    ${'a variable'}                 | ${{ env: [{ name: 'LEVEL', value: 'hunter2' }] }}          | ${'hunter2'}
    ${'a flag'}                     | ${{ args: ['--db-password=hunter2'] }}                     | ${'hunter2'}
    ${'what follows on a flag'}     | ${{ args: ['--token', 'hunter2'] }}                        | ${'hunter2'}
    ${'an address with a password'} | ${{ command: ['run', 'postgres://shop:hunter2@db/shop'] }} | ${'hunter2'}
    ${'a script'}                   | ${{ args: [`export A=hunter2\nexec ${'x'.repeat(400)}`] }} | ${'hunter2'}
    ${'a field that says so'}       | ${{ extension: { adminPassword: 'hunter2' } }}             | ${'hunter2'}
  `('does not write $what', ({ container, value }) => {
    const text = manifestText(pod(container));
    expect(text).not.toContain(value);
    expect(text).toMatch(/\(value [0-9a-f]{8}\)/);
  });

  it('keeps the names of what it refers to', () => {
    const container = containerOf(
      pod({
        args: ['--port=80', '--verbose'],
        env: [
          {
            name: 'A',
            valueFrom: { secretKeyRef: { name: 'keys', key: 'token' } },
          },
        ],
        envFrom: [{ secretRef: { name: 'shared-token' } }],
      }),
    );
    expect(container).toEqual({
      name: 'shop',
      args: ['--port=80', '--verbose'],
      env: [
        {
          name: 'A',
          valueFrom: { secretKeyRef: { name: 'keys', key: 'token' } },
        },
      ],
      envFrom: [{ secretRef: { name: 'shared-token' } }],
    });
  });

  it('writes nothing of what is no object, or is too large', () => {
    expect(manifestText('text')).toBeUndefined();
    expect(
      manifestText({
        kind: 'List',
        items: Array.from({ length: 20_000 }, (_, index) => `item-${index}`),
      }),
    ).toBeUndefined();
  });
});
