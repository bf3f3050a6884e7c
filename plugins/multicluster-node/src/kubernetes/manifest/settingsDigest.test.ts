import { settingsDigest } from './settingsDigest';

const pods = {
  metadata: { labels: { app: 'shop' } },
  spec: {
    containers: [
      { name: 'shop', image: 'shop:v1', env: [{ name: 'LIMIT', value: '1' }] },
    ],
  },
};
const deployment = {
  metadata: { name: 'shop', generation: 1 },
  spec: {
    replicas: 2,
    strategy: { type: 'RollingUpdate' },
    template: pods,
  },
};
const spec = (more: object) => ({
  ...deployment,
  spec: { ...deployment.spec, ...more },
});
const template = (more: object) => spec({ template: { ...pods, ...more } });
const container = (more: object) =>
  template({ spec: { containers: [{ ...pods.spec.containers[0], ...more }] } });
const stateful = (updateStrategy: object) => spec({ updateStrategy });
const cronJob = (schedule: string, job: object = {}) => ({
  spec: { schedule, jobTemplate: { spec: { ...job, template: pods } } },
});
const jobOf = (uid: string) => ({
  spec: {
    selector: { matchLabels: { 'batch.kubernetes.io/controller-uid': uid } },
    template: {
      ...pods,
      metadata: {
        labels: {
          app: 'shop',
          'controller-uid': uid,
          'batch.kubernetes.io/controller-uid': uid,
        },
      },
    },
  },
});
const job = (more: object) => ({ spec: { template: pods, ...more } });

function same(kind: string, a: object, b: object, group = 'apps'): boolean {
  const [one, other] = [a, b].map(object =>
    settingsDigest(group, kind, object as Record<string, unknown>),
  );
  expect(one).toMatch(/^1:[\w-]{16}$/);
  return one === other;
}

describe('settingsDigest', () => {
  it.each`
    what                                  | kind             | group               | a                                                | b
    ${'another number of copies'}         | ${'Deployment'}  | ${'apps'}           | ${deployment}                                    | ${spec({ replicas: 5 })}
    ${'a rollout that is paused'}         | ${'Deployment'}  | ${'apps'}           | ${deployment}                                    | ${spec({ paused: true })}
    ${'another image of a container'}     | ${'Deployment'}  | ${'apps'}           | ${deployment}                                    | ${container({ image: 'shop:v2' })}
    ${'a restart'}                        | ${'Deployment'}  | ${'apps'}           | ${template({ metadata: { labels: {} } })}        | ${template({ metadata: { labels: {}, annotations: { 'kubectl.kubernetes.io/restartedAt': 'now' } } })}
    ${'what controllers write'}           | ${'Deployment'}  | ${'apps'}           | ${deployment}                                    | ${{ ...deployment, metadata: { generation: 9, annotations: { 'deployment.kubernetes.io/revision': '9' } }, status: { replicas: 2 } }}
    ${'a rollout that gets further'}      | ${'StatefulSet'} | ${'apps'}           | ${stateful({ rollingUpdate: { partition: 3 } })} | ${stateful({ rollingUpdate: { partition: 0 } })}
    ${'a rollout of Kruise as well'}      | ${'CloneSet'}    | ${'apps.kruise.io'} | ${stateful({ partition: '50%' })}                | ${stateful({ paused: true })}
    ${'copies of a Job'}                  | ${'Job'}         | ${'batch'}          | ${job({ parallelism: 1, suspend: true })}        | ${job({ parallelism: 4, suspend: false })}
    ${'a Job that is made anew'}          | ${'Job'}         | ${'batch'}          | ${jobOf('one')}                                  | ${jobOf('other')}
    ${'a schedule that is suspended'}     | ${'CronJob'}     | ${'batch'}          | ${cronJob('@daily')}                             | ${{ spec: { ...cronJob('@daily').spec, suspend: true } }}
    ${'copies of the Jobs of a schedule'} | ${'CronJob'}     | ${'batch'}          | ${cronJob('@daily', { parallelism: 1 })}         | ${cronJob('@daily', { parallelism: 4, suspend: true })}
  `('is the same after $what', ({ kind, group, a, b }) => {
    expect(same(kind, a, b, group)).toBe(true);
  });

  it.each`
    what                               | kind             | group      | a                                 | b
    ${'another value of a variable'}   | ${'Deployment'}  | ${'apps'}  | ${deployment}                     | ${container({ env: [{ name: 'LIMIT', value: '2' }] })}
    ${'a container that is added'}     | ${'Deployment'}  | ${'apps'}  | ${deployment}                     | ${template({ spec: { containers: [...pods.spec.containers, { name: 'proxy', image: 'proxy:v1' }] } })}
    ${'another init container'}        | ${'Deployment'}  | ${'apps'}  | ${deployment}                     | ${template({ spec: { ...pods.spec, initContainers: [{ name: 'init', image: 'init:v2' }] } })}
    ${'a checksum of what is mounted'} | ${'Deployment'}  | ${'apps'}  | ${deployment}                     | ${template({ metadata: { ...pods.metadata, annotations: { 'checksum/config': 'b' } } })}
    ${'another service account'}       | ${'Deployment'}  | ${'apps'}  | ${deployment}                     | ${template({ spec: { ...pods.spec, serviceAccountName: 'admin' } })}
    ${'another strategy'}              | ${'Deployment'}  | ${'apps'}  | ${deployment}                     | ${spec({ strategy: { type: 'Recreate' } })}
    ${'another strategy of updates'}   | ${'StatefulSet'} | ${'apps'}  | ${stateful({ type: 'OnDelete' })} | ${stateful({ type: 'RollingUpdate' })}
    ${'another schedule'}              | ${'CronJob'}     | ${'batch'} | ${cronJob('@daily')}              | ${cronJob('@hourly')}
    ${'other settings of its Jobs'}    | ${'CronJob'}     | ${'batch'} | ${cronJob('@daily')}              | ${cronJob('@daily', { backoffLimit: 9 })}
    ${'another label of a Job'}        | ${'Job'}         | ${'batch'} | ${job({})}                        | ${job({ template: { ...pods, metadata: { labels: {} } } })}
    ${'another limit of a Job'}        | ${'Job'}         | ${'batch'} | ${job({})}                        | ${job({ backoffLimit: 9 })}
  `('is another after $what', ({ kind, group, a, b }) => {
    expect(same(kind, a, b, group)).toBe(false);
  });

  it('knows nothing of kinds whose pods we cannot read, and fails at no garbage', () => {
    expect(settingsDigest('', 'ConfigMap', { data: {} })).toBeUndefined();
    for (const garbage of [{}, { spec: 7 }, spec({ template: [7] })]) {
      expect(settingsDigest('apps', 'Deployment', garbage)).toBeDefined();
    }
  });
});
