import { findStop } from './findStop';
import { StopRecord } from './StopRecord';

const request = {
  environment: 'production',
  source: 'west',
  entities: [{ entityRef: 'component:default/cart', confirmed: true }],
};

function stop(scope: Partial<StopRecord>): StopRecord {
  return { id: 's', reason: 'x', by: 'y', createdAt: 0, until: 1, ...scope };
}

describe('findStop', () => {
  it.each<[string, Partial<StopRecord>, boolean]>([
    ['everything', {}, true],
    ['its environment', { environment: 'production' }, true],
    ['another environment', { environment: 'staging' }, false],
    ['its source', { source: 'west' }, true],
    ['another source', { source: 'east' }, false],
    ['its entity', { entityRef: 'component:default/cart' }, true],
    ['another entity', { entityRef: 'component:default/pay' }, false],
    [
      'its environment and another source',
      { environment: 'production', source: 'east' },
      false,
    ],
    [
      'its environment, source and entity',
      {
        environment: 'production',
        source: 'west',
        entityRef: 'component:default/cart',
      },
      true,
    ],
  ])('of %s', (_, scope, holds) => {
    expect(findStop([stop(scope)], request) !== undefined).toBe(holds);
  });

  it('of one environment that it reaches beside the one it is listed by', () => {
    const several = { ...request, detail: { environments: ['', 'edge'] } };
    const stops = [stop({ environment: 'edge' })];
    expect(findStop(stops, several)).toBe(stops[0]);
    expect(findStop(stops, request)).toBeUndefined();
  });

  it('of an environment does not hold what belongs to none', () => {
    const unknown = { ...request, environment: undefined };
    expect(
      findStop([stop({ environment: 'production' })], unknown),
    ).toBeUndefined();
  });
});
