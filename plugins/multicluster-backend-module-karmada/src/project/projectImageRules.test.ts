import { projectImageRules } from './projectImageRules';

const rule = (overriders: unknown, targetCluster?: unknown) => ({
  overrideRules: [{ overriders, targetCluster }],
});
const plaintext = (path: string) =>
  rule({ plaintext: [{ path, operator: 'replace', value: 'x' }] });

describe('projectImageRules', () => {
  it.each([
    ['an imageOverrider', rule({ imageOverrider: [{ component: 'Tag' }] }), 1],
    [
      'plaintext to an image',
      plaintext('/spec/template/spec/containers/0/image'),
      1,
    ],
    [
      'plaintext to a container',
      plaintext('/spec/template/spec/containers/0'),
      1,
    ],
    [
      'plaintext to all containers',
      plaintext('/spec/template/spec/containers'),
      1,
    ],
    ['plaintext to the pod spec', plaintext('/spec/template/spec'), 1],
    ['plaintext to everything', plaintext('/'), 1],
    ['plaintext to replicas', plaintext('/spec/replicas'), 0],
    ['plaintext to labels', plaintext('/metadata/labels/x'), 0],
    [
      'plaintext to an environment variable',
      plaintext('/spec/template/spec/containers/0/env/0/value'),
      0,
    ],
    [
      'a field overrider of a config file',
      rule({ fieldOverrider: [{ fieldPath: '/data/app.yaml' }] }),
      0,
    ],
    ['labels', rule({ labelsOverrider: [{ operator: 'add', value: {} }] }), 0],
    [
      'the old form',
      { overriders: { imageOverrider: [{ component: 'Registry' }] } },
      1,
    ],
    ['garbage', { overrideRules: [null, 3, { overriders: 'x' }] }, 0],
  ])('finds in %s the rules that touch images', (_, spec, count) => {
    expect(projectImageRules(spec)).toHaveLength(count);
  });

  it('keeps named clusters, and may apply anywhere when clusters are selected by label', () => {
    const overriders = { imageOverrider: [{ component: 'Tag' }] };

    expect(
      projectImageRules(rule(overriders, { clusterNames: ['m1'] })),
    ).toEqual([{ in: ['m1'] }]);
    expect(
      projectImageRules(
        rule(overriders, {
          labelSelector: { matchLabels: { tier: 'prod' } },
          exclude: ['m3'],
        }),
      ),
    ).toEqual([{ out: ['m3'] }]);
  });
});
