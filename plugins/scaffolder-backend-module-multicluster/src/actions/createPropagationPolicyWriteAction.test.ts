import { createMockDirectory } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { Schema, validate } from 'jsonschema';
import { parse } from 'yaml';
import { PropagationPolicy } from '../policy/PropagationPolicy';
import { createPropagationPolicyWriteAction } from './createPropagationPolicyWriteAction';
import { examples } from './createPropagationPolicyWriteAction.examples';

const action = createPropagationPolicyWriteAction();
const workspace = createMockDirectory();

const resourceSelectors = [
  { apiVersion: 'apps/v1', kind: 'Deployment', name: 'checkout' },
];

async function write(input: object) {
  const context = createMockActionContext({
    workspacePath: workspace.path,
    input: { name: 'checkout', resourceSelectors, ...input },
  });
  const warn = jest.spyOn(context.logger, 'warn');
  await action.handler(context);
  return { context, warn };
}

/** As the task runner does before it calls the handler. */
function errorsOf(input: object): string[] {
  const schema = action.schema?.input as Schema;
  return validate(
    { name: 'checkout', resourceSelectors, ...input },
    schema,
  ).errors.map(error => error.stack);
}

describe('multicluster:propagation-policy:write', () => {
  beforeEach(() => workspace.clear());

  it('writes the division of copies inside the placement', async () => {
    const placement = {
      clusterAffinity: { clusterNames: ['member1', 'member2'] },
      replicaScheduling: {
        replicaSchedulingType: 'Divided',
        replicaDivisionPreference: 'Aggregated',
      },
    };
    const { context } = await write({
      path: 'deploy/policy.yaml',
      namespace: 'shop',
      placement,
    });
    const written = parse(read('deploy/policy.yaml'));
    expect(written).toEqual({
      apiVersion: 'policy.karmada.io/v1alpha1',
      kind: 'PropagationPolicy',
      metadata: { name: 'checkout', namespace: 'shop' },
      spec: { resourceSelectors, placement },
    });
    expect(context.output).toHaveBeenCalledWith('path', 'deploy/policy.yaml');
    expect(context.output).toHaveBeenCalledWith('policy', written);
  });

  it('writes propagation-policy.yaml when no file is named', async () => {
    await write({});
    expect(parse(read('propagation-policy.yaml')).metadata).toEqual({
      name: 'checkout',
    });
  });

  it('keeps text that YAML would read as something else', async () => {
    await write({
      placement: {
        clusterAffinity: {
          clusterNames: ['1e3', 'no'],
          labelSelector: { matchLabels: { tier: 'true' } },
        },
      },
    });
    const { spec }: PropagationPolicy = parse(read('propagation-policy.yaml'));
    expect(spec.placement?.clusterAffinity).toEqual({
      clusterNames: ['1e3', 'no'],
      labelSelector: { matchLabels: { tier: 'true' } },
    });
  });

  it('writes nothing outside the workspace', async () => {
    await expect(write({ path: '../policy.yaml' })).rejects.toThrow(
      'Relative path is not allowed',
    );
  });

  it('writes nothing that would not do what it says', async () => {
    await expect(
      write({
        placement: { spreadConstraints: [{ spreadByField: 'region' }] },
      }),
    ).rejects.toThrow(
      'The policy checkout would not do what it says: spec.placement.spreadConstraints: a constraint by region needs one by cluster beside it',
    );
    expect(workspace.content()).toEqual({});
  });

  it('says which named cluster gets no copy', async () => {
    const { warn } = await write({
      placement: {
        clusterAffinity: { clusterNames: ['member1', 'member2'] },
        replicaScheduling: {
          weightPreference: {
            staticWeightList: [
              { targetCluster: { clusterNames: ['member1'] }, weight: 1 },
            ],
          },
        },
      },
    });
    expect(warn).toHaveBeenCalledWith(
      'member2 is named but has no weight: it gets no copy',
    );
  });

  it.each([
    [
      'a division beside the placement, which an API server drops',
      { replicaScheduling: { replicaSchedulingType: 'Divided' } },
      'replicaScheduling',
    ],
    [
      'a namespace in a selector, which Karmada refuses unless it is its own',
      {
        resourceSelectors: [
          { apiVersion: 'v1', kind: 'Service', namespace: 'other' },
        ],
      },
      'namespace',
    ],
    ['no selector at all', { resourceSelectors: [] }, 'minimum length of 1'],
    [
      'a division that does not exist',
      {
        placement: { replicaScheduling: { replicaSchedulingType: 'Weighted' } },
      },
      'Duplicated',
    ],
    [
      'a weight of zero',
      {
        placement: {
          replicaScheduling: {
            weightPreference: {
              staticWeightList: [{ targetCluster: {}, weight: 0 }],
            },
          },
        },
      },
      'greater than or equal to 1',
    ],
    [
      'a field of a cluster that cannot be selected by',
      {
        placement: {
          clusterAffinity: {
            fieldSelector: {
              matchExpressions: [{ key: 'name', operator: 'In' }],
            },
          },
        },
      },
      'provider',
    ],
    ['a priority beyond 32 bits', { priority: 2 ** 31 }, '2147483647'],
  ])('has a schema that refuses %s', (_, input, said) => {
    expect(errorsOf(input).join()).toContain(said);
  });

  it.each(examples)('takes its own example: $description', async example => {
    const [step] = parse(example.example).steps;
    expect(step.action).toBe(action.id);
    expect(errorsOf(step.input)).toEqual([]);
    const { warn } = await write(step.input);
    expect(warn).not.toHaveBeenCalled();
  });
});

function read(file: string): string {
  let content: unknown = workspace.content();
  for (const part of file.split('/')) {
    content = (content as Record<string, unknown>)[part];
  }
  return content as string;
}
