import { toPod } from './toPod';

function pod(status: Record<string, unknown>, metadata = {}) {
  return toPod({
    metadata: { name: 'p', namespace: 'a', ...metadata },
    spec: {
      nodeName: 'n1',
      initContainers: [{ name: 'init', image: 'init:1' }],
      containers: [
        { name: 'app', image: 'app:1' },
        { name: 'side', image: 'side:1' },
      ],
    },
    status,
  })!;
}

describe('toPod', () => {
  it.each([
    ['Running', { phase: 'Running' }],
    ['Pending', { phase: 'Pending' }],
    ['Unknown', {}],
    ['Evicted', { phase: 'Failed', reason: 'Evicted' }],
    [
      'CrashLoopBackOff',
      {
        phase: 'Running',
        containerStatuses: [
          {
            name: 'app',
            state: { waiting: { reason: 'CrashLoopBackOff' } },
            restartCount: 7,
          },
        ],
      },
    ],
    [
      'Init:ErrImagePull',
      {
        phase: 'Pending',
        initContainerStatuses: [
          { name: 'init', state: { waiting: { reason: 'ErrImagePull' } } },
        ],
      },
    ],
    [
      'Error',
      {
        phase: 'Failed',
        containerStatuses: [
          { name: 'app', state: { terminated: { reason: 'Error' } } },
        ],
      },
    ],
    [
      'Running',
      {
        phase: 'Running',
        containerStatuses: [
          { name: 'side', state: { terminated: { reason: 'Completed' } } },
        ],
      },
    ],
  ])('reads %s', (word, status) => {
    expect(pod(status).status).toBe(word);
  });

  it('reads one that is being deleted as terminating', () => {
    expect(
      pod({ phase: 'Running' }, { deletionTimestamp: '2026-11-21T12:00:00Z' })
        .status,
    ).toBe('Terminating');
  });

  it('counts containers that are ready, and restarts, without init containers', () => {
    expect(
      pod({
        phase: 'Running',
        startTime: '2026-11-21T12:00:00Z',
        containerStatuses: [
          {
            name: 'app',
            ready: true,
            restartCount: 2,
            image: 'registry/app:1',
            state: { running: {} },
          },
          { name: 'side', ready: false, restartCount: 1 },
        ],
      }),
    ).toMatchObject({
      ready: { ready: 1, total: 2 },
      restarts: 3,
      node: 'n1',
      startedAt: '2026-11-21T12:00:00Z',
      containers: [
        { name: 'init', init: true },
        {
          name: 'app',
          image: 'registry/app:1',
          ready: true,
          state: 'Running',
          init: false,
        },
        { name: 'side', state: 'Waiting' },
      ],
    });
  });

  it('takes garbage for what it is', () => {
    expect(toPod(null)).toBeUndefined();
    expect(toPod({ metadata: { name: 'p' }, status: 3 })).toMatchObject({
      phase: 'Unknown',
      containers: [],
    });
  });
});
