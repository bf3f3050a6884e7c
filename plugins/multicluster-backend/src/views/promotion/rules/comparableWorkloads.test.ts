import { scopeTarget } from '../../../__testUtils__/promotionScope';
import { ScopeTarget } from '../PromotionScope';
import { comparableWorkloads } from './comparableWorkloads';

function copy(
  name: string,
  cluster: string,
  given: { kind?: string; lost?: boolean } = {},
): ScopeTarget {
  const { workload } = scopeTarget();
  return scopeTarget({
    cluster,
    workload: { ...workload, name, kind: given.kind ?? 'Deployment' },
    freshness: given.lost
      ? { state: 'last-known', since: '2026-11-20T12:00:00Z' }
      : { state: 'live' },
  });
}

const pairs = (now: ScopeTarget[], next: ScopeTarget[]) =>
  comparableWorkloads(now, next).map(item => [
    `${item.kind}/${item.name}`,
    item.now && `${item.now.workload.name}@${item.now.cluster}`,
    item.next && `${item.next.workload.name}@${item.next.cluster}`,
  ]);

describe('comparableWorkloads', () => {
  it.each`
    what                                  | now                                                       | next                                      | found
    ${'the same name'}                    | ${[copy('shop', 'a')]}                                    | ${[copy('shop', 'b')]}                    | ${[['Deployment/shop', 'shop@a', 'shop@b']]}
    ${'one of each kind by another name'} | ${[copy('shop-prod', 'a')]}                               | ${[copy('shop-test', 'b')]}               | ${[['Deployment/shop-test', 'shop-prod@a', 'shop-test@b']]}
    ${'what is not there yet'}            | ${[copy('shop', 'a')]}                                    | ${[copy('shop', 'b'), copy('job', 'b')]}  | ${[['Deployment/job', undefined, 'job@b'], ['Deployment/shop', 'shop@a', 'shop@b']]}
    ${'what would go'}                    | ${[copy('shop', 'a')]}                                    | ${[]}                                     | ${[['Deployment/shop', 'shop@a', undefined]]}
    ${'names that could be either'}       | ${[copy('one', 'a')]}                                     | ${[copy('two', 'b'), copy('three', 'b')]} | ${[['Deployment/one', 'one@a', undefined], ['Deployment/three', undefined, 'three@b'], ['Deployment/two', undefined, 'two@b']]}
    ${'another kind of that name'}        | ${[copy('shop', 'a')]}                                    | ${[copy('shop', 'b', { kind: 'Job' })]}   | ${[['Deployment/shop', 'shop@a', undefined], ['Job/shop', undefined, 'shop@b']]}
    ${'the first cluster that is read'}   | ${[copy('shop', 'a', { lost: true }), copy('shop', 'b')]} | ${[copy('shop', 'd'), copy('shop', 'c')]} | ${[['Deployment/shop', 'shop@b', 'shop@c']]}
    ${'a lost one where all are'}         | ${[copy('shop', 'a', { lost: true })]}                    | ${[copy('shop', 'b')]}                    | ${[['Deployment/shop', 'shop@a', 'shop@b']]}
    ${'nothing'}                          | ${[]}                                                     | ${[]}                                     | ${[]}
  `('compares $what', ({ now, next, found }) => {
    expect(pairs(now, next)).toEqual(found);
  });
});
