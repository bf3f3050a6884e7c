import { ConfigReader } from '@backstage/config';
import { registerSources } from './registerSources';

function register(instances: object[]) {
  const sources = { addSource: jest.fn(), addBrokenSource: jest.fn() };
  const config = { multicluster: { sampleTool: { instances } } };
  registerSources(new ConfigReader(config as never), sources);
  return sources;
}

const good = { name: 'one', url: 'https://tool.example.org', token: 'secret' };

describe('registerSources', () => {
  it('adds a source for each instance', () => {
    const { addSource } = register([good, { ...good, name: 'two' }]);
    expect(addSource.mock.calls.map(([{ id }]) => id)).toEqual(['one', 'two']);
  });

  it('names an instance that cannot be used, and goes on with the others', () => {
    const bad = { ...good, url: 'tool.example.org' };
    const { addSource, addBrokenSource } = register([bad, good]);
    expect(addSource).toHaveBeenCalledTimes(1);
    const [[broken]] = addBrokenSource.mock.calls;
    expect(broken).toMatchObject({
      configKey: 'multicluster.sampleTool.instances[0]',
      reason: expect.stringContaining('url'),
    });
    expect(JSON.stringify(broken)).not.toContain('secret');
  });

  it('adds nothing where nothing is configured', () => {
    const sources = { addSource: jest.fn(), addBrokenSource: jest.fn() };
    registerSources(new ConfigReader({}), sources);
    expect(sources.addSource).not.toHaveBeenCalled();
  });
});
