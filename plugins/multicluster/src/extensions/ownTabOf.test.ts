import { ownTabOf } from './ownTabOf';

describe('ownTabOf', () => {
  it.each([
    ['sub-page:multicluster/fleet', undefined, 'clusters'],
    ['sub-page:multicluster/pipelines', undefined, 'pipelines'],
    ['sub-page:multicluster/sources', {}, 'sources'],
    ['sub-page:multicluster/sources', { path: 'origins' }, 'sources'],
    ['sub-page:multicluster/workloads', { title: 'Sources' }, undefined],
    ['sub-page:costs/sources', undefined, undefined],
  ])('of %s with %j is %s', (id, config, own) => {
    expect(ownTabOf({ id, config })).toBe(own);
  });
});
