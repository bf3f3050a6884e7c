import { projectArtifacts } from './projectArtifacts';

describe('projectArtifacts', () => {
  it('leaves out the placeholder for "nothing is known"', () => {
    expect(projectArtifacts([{ version: 'unknown' }, {}])).toEqual([]);
  });

  it.each([
    [1, 'image'],
    [2, 'object'],
    [3, 'git'],
    [4, 'module'],
    [9, 'unknown'],
    [undefined, 'unknown'],
  ])('kind %p is %s', (kind, expected) => {
    expect(projectArtifacts([{ kind, name: 'web', version: 'v2' }])).toEqual([
      { kind: expected, name: 'web', version: 'v2' },
    ]);
  });
});
