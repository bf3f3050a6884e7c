import { loadConfigSchema } from '@backstage/config-loader';
import { ConfigReader } from '@backstage/config';
import { JsonObject, JsonValue } from '@backstage/types';
import { readdirSync, readFileSync } from 'fs';
import { resolve } from 'path';
import { parse } from 'yaml';
import { readApprovalPolicies } from './approvals/rules/policy/readApprovalPolicies';
import { readApprovalSettings } from './approvals/rules/policy/readApprovalSettings';

const ROOT = resolve(__dirname, '../../..');
const PLUGINS = resolve(ROOT, 'plugins');
const PAGES = [
  'README.md',
  'README.zh-CN.md',
  'docs/approvals.md',
  'docs/approvals.zh-CN.md',
  'docs/environments.md',
  'docs/environments.zh-CN.md',
  'docs/sources/pipecd.md',
  'docs/sources/pipecd.zh-CN.md',
];
/** Keys that the page of approvals shows by themselves, and that belong beside `policies`; its others belong into one. */
const OF_APPROVALS = ['people'];

type Validate = (data: JsonObject) => void;

/** Throws what the schemas of all our plugins say against a configuration; the framework's own are left out. */
async function schemaOfOurs(): Promise<Validate> {
  const all = await loadConfigSchema({
    dependencies: [],
    packagePaths: readdirSync(PLUGINS).map(name =>
      resolve(PLUGINS, name, 'package.json'),
    ),
  });
  const { schemas, ...rest } = all.serialize() as {
    schemas: Array<{ value: { properties?: JsonObject } }>;
  };
  const ours = await loadConfigSchema({
    serialized: {
      ...rest,
      schemas: schemas.filter(
        ({ value }) => value.properties && 'multicluster' in value.properties,
      ),
    } as unknown as JsonObject,
  });
  return data => {
    ours.process([{ data, context: 'the page' }]);
  };
}

/** A part of a policy, or of what stands beside policies, where it belongs. */
function inItsPlace(block: JsonObject): JsonObject {
  if ('multicluster' in block) {
    return block;
  }
  const beside = OF_APPROVALS.some(key => key in block);
  return {
    multicluster: {
      environments: [{ name: 'production', clusters: { names: ['*'] } }],
      approvals: {
        ...(beside && block),
        policies: [
          {
            environments: ['production'],
            require: { atLeast: 1, of: { owners: true } },
            ...(!beside && block),
          },
        ],
      },
    },
  };
}

function examplesOf(page: string): JsonObject[] {
  const text = readFileSync(resolve(ROOT, page), 'utf8');
  const parts = page.startsWith('docs/approvals');
  return [...text.matchAll(/^```ya?ml\n([^]*?)^```/gm)]
    .map(([, yaml]) => parse(yaml) as JsonValue)
    .filter(
      (block): block is JsonObject =>
        typeof block === 'object' &&
        block !== null &&
        !Array.isArray(block) &&
        (parts || 'multicluster' in block),
    )
    .map(inItsPlace);
}

describe('examples of configuration in the documentation', () => {
  let validate: Validate;

  beforeAll(async () => {
    validate = await schemaOfOurs();
  });

  it('are held to what the schema says', () => {
    expect(() =>
      validate({
        multicluster: { approvals: { policies: [{ name: 'one' }] } },
      }),
    ).toThrow('environments');
  });

  it.each(PAGES)('are what the schema accepts: %s', page => {
    const examples = examplesOf(page);
    expect(examples).not.toEqual([]);
    examples.forEach(example => expect(() => validate(example)).not.toThrow());
  });

  it.each(['docs/approvals.md', 'docs/approvals.zh-CN.md'])(
    'are read without a problem: %s',
    page => {
      for (const example of examplesOf(page)) {
        const config = new ConfigReader(example);
        expect(readApprovalPolicies(config).problems).toEqual([]);
        expect(() => readApprovalSettings(config, 'production')).not.toThrow();
      }
    },
  );
});
