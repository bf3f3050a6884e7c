import { component } from '../../__testUtils__/shopWorld';
import { claimOfEntity } from './claimOfEntity';

const TOOL = ['tool.dev/id'];
const at = (path: string) => `url:https://git.example.com/org/repo/${path}`;

describe('what an entity says of its pipelines', () => {
  it('is read where a delivery tool is configured, and there alone', () => {
    const entity = component('shop', { 'fairway.io/pipelines': 'a1' });
    expect(claimOfEntity(entity)).toBeUndefined();
    expect(claimOfEntity(entity, [])?.pipelines).toEqual([{ key: 'a1' }]);
  });

  it('holds the annotations that the tool calls its own, and no others', () => {
    const entity = component('shop', { 'tool.dev/id': 'a1', other: 'x' });
    expect(claimOfEntity(entity, TOOL)?.toolAnnotations).toEqual({
      'tool.dev/id': 'a1',
    });
    expect(claimOfEntity(entity, [])).toBeUndefined();
  });

  it('tells where the catalog read it from what it says of its source', () => {
    const entity = component('shop', {
      'backstage.io/managed-by-location': at('blob/main/a/catalog-info.yaml'),
      'backstage.io/source-location': at('tree/main/b/'),
    });
    const place = { remote: 'git.example.com/org/repo', branch: 'main' };
    expect(claimOfEntity(entity, [])?.repositories).toEqual([
      { ...place, path: 'a', registered: true },
      { ...place, path: 'b', registered: false },
    ]);
  });

  it('says one place once, and a file of the portal is none', () => {
    const both = component('shop', {
      'backstage.io/managed-by-location': at('blob/main/a/catalog-info.yaml'),
      'backstage.io/source-location': at('tree/main/a/'),
    });
    expect(claimOfEntity(both, [])?.repositories).toHaveLength(1);
    const file = component('shop', {
      'backstage.io/managed-by-location': 'file:/srv/catalog/all.yaml',
    });
    expect(claimOfEntity(file, [])).toBeUndefined();
  });

  it('names what it cannot read, and keeps what it can', () => {
    const entity = component('shop', {
      'fairway.io/pipelines': 'a1, b=c',
      'tool.dev/id': 'x'.repeat(5000),
    });
    const claim = claimOfEntity(entity, TOOL);
    expect(claim?.pipelines).toEqual([{ key: 'a1' }]);
    expect(claim?.toolAnnotations).toBeUndefined();
    expect(claim?.pipelineProblems).toHaveLength(2);
    expect(claim?.problems).toEqual([]);
  });
});
