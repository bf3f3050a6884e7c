import { projectTemplate } from './projectTemplate';

const kind = { group: 'apps', version: 'v1', kind: 'Deployment' };

describe('projectTemplate', () => {
  it('keeps which delivery tool applied it, and nothing else of its annotations', () => {
    const fact = projectTemplate(
      {
        metadata: {
          name: 'canary',
          namespace: 'default',
          uid: 'u-1',
          annotations: {
            'pipecd.dev/application': 'a-1',
            'pipecd.dev/managed-by': 'piped',
            'kubectl.kubernetes.io/last-applied-configuration': '{}',
          },
        },
      },
      kind,
    );
    expect(fact?.marks).toEqual({ 'pipecd.dev/application': 'a-1' });
  });

  it('has no marks where no tool left one, so that facts stay as they were', () => {
    const fact = projectTemplate({ metadata: { name: 'plain' } }, kind);
    expect(fact).not.toHaveProperty('marks');
  });

  it('tells other settings from another number of copies', () => {
    const settings = (more: object) =>
      projectTemplate(
        {
          metadata: { name: 'cart' },
          spec: { replicas: 1, template: { spec: {} }, ...more },
        },
        kind,
      )?.settings;
    expect(settings({ replicas: 5 })).toBe(settings({}));
    expect(
      settings({ template: { spec: { serviceAccountName: 'admin' } } }),
    ).not.toBe(settings({}));
    const configMap = { group: '', version: 'v1', kind: 'ConfigMap' };
    const fact = projectTemplate({ metadata: { name: 'cart' } }, configMap);
    expect(fact).not.toHaveProperty('settings');
  });
});
