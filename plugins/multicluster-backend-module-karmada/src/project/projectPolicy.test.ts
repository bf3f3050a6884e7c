import { projectPolicy } from './projectPolicy';

function policy(spec: object, annotations?: object) {
  const metadata = { name: 'web', namespace: 'shop', annotations };
  return projectPolicy({ metadata, spec }, 'PropagationPolicy')?.native;
}

describe('projectPolicy', () => {
  it.each([
    ['held for every cluster', { dispatching: true }, true],
    [
      'held for some',
      { dispatchingOnClusters: { clusterNames: ['m2'] } },
      ['m2'],
    ],
    ['not held', { dispatching: false }, undefined],
    [
      'an empty list',
      { dispatchingOnClusters: { clusterNames: [] } },
      undefined,
    ],
    ['nothing at all', undefined, undefined],
  ])('reads the form of a hold: %s', (_, suspension, hold) => {
    expect(policy({ suspension })?.hold).toEqual(hold);
  });

  it('keeps who armed it, and nothing else of what is noted on it', () => {
    const annotations = {
      'fairway.io/held-by': 'user:default/olivia',
      'fairway.io/held-note': 'long',
      other: 'secret',
    };
    const native = policy({ suspension: { dispatching: true } }, annotations);

    expect(native).toEqual({
      sel: [],
      hold: true,
      by: 'user:default/olivia',
    });
  });
});
