import { Pod } from '@fairway/backstage-plugin-multicluster-common';
import { podLook } from './podLook';

const pod = (phase: string, status: string, ready: number, total: number) =>
  ({ phase, status, ready: { ready, total } } as Pod);

describe('podLook', () => {
  it.each([
    ['Running', 'Running', 1, 1, 'ok'],
    ['Running', 'Running', 1, 2, 'run'],
    ['Running', 'CrashLoopBackOff', 0, 1, 'bad'],
    ['Pending', 'ImagePullBackOff', 0, 1, 'bad'],
    ['Pending', 'ErrImagePull', 0, 1, 'bad'],
    ['Running', 'OOMKilled', 0, 1, 'bad'],
    ['Pending', 'ContainerCreating', 0, 1, 'pending'],
    ['Succeeded', 'Completed', 0, 1, 'ok'],
    ['Failed', 'Evicted', 0, 1, 'bad'],
    ['Running', 'Terminating', 1, 1, 'out'],
    ['Unknown', 'Unknown', 0, 1, 'unknown'],
  ])(
    'draws %s/%s with %s of %s ready as %s',
    (phase, status, ready, total, shape) => {
      expect(podLook(pod(phase, status, ready, total)).shape).toBe(shape);
    },
  );
});
