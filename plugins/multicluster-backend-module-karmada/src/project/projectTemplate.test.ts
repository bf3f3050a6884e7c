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
});
