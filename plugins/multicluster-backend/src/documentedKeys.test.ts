import { JsonObject } from '@backstage/types';
import { multiclusterPermissions } from '@fairway/backstage-plugin-multicluster-common';
import { readdirSync, readFileSync } from 'fs';
import { relative, resolve } from 'path';
import { parse } from 'yaml';
import { ConfigKeys } from './__testUtils__/ConfigKeys';

const ROOT = resolve(__dirname, '../../..');
const PLUGINS = readdirSync(resolve(ROOT, 'plugins'));
const PERMISSIONS: string[] = multiclusterPermissions.map(({ name }) => name);
/** Where a part of a configuration that a page shows by itself belongs. */
const PARENTS = [
  '',
  'multicluster.approvals',
  'multicluster.approvals.policies[]',
];

function pagesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(item => {
    const path = resolve(folder, item.name);
    if (item.isDirectory()) {
      return pagesIn(path);
    }
    return item.name.endsWith('.md') ? [path] : [];
  });
}

const PAGES = [
  ...['README.md', 'README.zh-CN.md', 'SECURITY.md'].map(name =>
    resolve(ROOT, name),
  ),
  ...pagesIn(resolve(ROOT, 'docs')),
  ...PLUGINS.map(name => resolve(ROOT, 'plugins', name, 'README.md')),
].map(path => ({
  name: relative(ROOT, path),
  text: readFileSync(path, 'utf8'),
}));

/** Names of metrics, which look like keys; that they are right is held by a test of their own. */
function metricsOf(text: string): string[] {
  const [, table = ''] = /\n\| Metric [^\n]*\n([^]*?)\n\n/.exec(text) ?? [];
  return [...table.matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name);
}

const METRICS = PAGES.flatMap(({ text }) => metricsOf(text));

/** What stands in backticks and begins like a key of ours. */
function namedIn(text: string): string[] {
  return [...text.matchAll(/`(multicluster\.[\w.[\]-]+)[^`\n]*`/g)]
    .map(([, name]) => name.replace(/(\[\])?\.?$/, ''))
    .filter(name => !PERMISSIONS.includes(name) && !METRICS.includes(name));
}

/** Parts of a configuration; other YAML, of a cluster or a tool, has none of these keys at its top. */
function blocksIn(text: string): JsonObject[] {
  return [...text.matchAll(/^```ya?ml\n([^]*?)^```/gm)].flatMap(([, yaml]) => {
    const value = parse(yaml);
    return value && typeof value === 'object' && !Array.isArray(value)
      ? [value]
      : [];
  });
}

describe('the documentation', () => {
  let keys: ConfigKeys;

  beforeAll(async () => {
    keys = await ConfigKeys.read(PLUGINS);
  });

  it('is held to keys that there are, and to none that there are not', () => {
    expect(
      keys.has('multicluster.approvals.policies[].breakGlass.ticket'),
    ).toBe(true);
    expect(keys.has('multicluster.approvals.policies[].breakGlas')).toBe(false);
    expect(keys.unknownIn({ multicluster: { approval: {} } }, '')).toEqual([
      'multicluster.approval',
    ]);
  });

  it.each(PAGES)('names no key that there is not: $name', ({ text }) => {
    expect(namedIn(text).filter(name => !keys.has(name))).toEqual([]);
  });

  it.each(PAGES)('shows no configuration with such a key: $name', page => {
    const blocks = blocksIn(page.text).filter(block => 'multicluster' in block);
    expect(blocks.flatMap(block => keys.unknownIn(block, ''))).toEqual([]);
  });

  it('has every key of approvals in the README of the back end', () => {
    const { text } = PAGES.find(
      ({ name }) => name === 'plugins/multicluster-backend/README.md',
    )!;
    const named = [...text.matchAll(/^\| (`multicluster\.approvals[^|]+) /gm)]
      .map(([, cell]) => [...cell.matchAll(/`([^`]+)`/g)].map(([, key]) => key))
      .flatMap(([first, ...more]) => {
        const parent = first.slice(0, first.lastIndexOf('.'));
        return [first, ...more.map(key => `${parent}${key}`)];
      });
    expect(named.filter(key => !keys.has(key))).toEqual([]);
    // Who has to agree is a rule of rules, which the page of approvals tells.
    const all = keys
      .below('multicluster.approvals')
      .filter(key => !key.includes('.require.'));
    expect(all.filter(key => !named.includes(key))).toEqual([]);
  });

  it.each(['docs/approvals.md', 'docs/approvals.zh-CN.md'])(
    'shows parts of a policy as they are read: %s',
    name => {
      const { text } = PAGES.find(page => page.name === name)!;
      const unknown = blocksIn(text).flatMap(block =>
        Object.entries(block).filter(([key, value]) =>
          PARENTS.every(
            parent =>
              keys.unknownIn(value, parent ? `${parent}.${key}` : key).length >
              0,
          ),
        ),
      );
      expect(unknown).toEqual([]);
    },
  );

  it.each(['docs/approvals.md', 'docs/approvals.zh-CN.md'])(
    'has every key of a policy in its table, and no other: %s',
    name => {
      const { text } = PAGES.find(page => page.name === name)!;
      const [, table = ''] =
        /\n\| (?:key|键) [^\n]*\n([^]*?)\n\n/.exec(text) ?? [];
      const rows = [...table.matchAll(/^\| (`[^|]+`) /gm)]
        .flatMap(([, cell]) => [...cell.matchAll(/`([^`]+)`/g)])
        .map(([, key]) => key.replace(/\.\{.*\}$/, ''));
      expect(rows.length).toBeGreaterThan(15);
      expect(
        rows.filter(
          key => !keys.has(`multicluster.approvals.policies[].${key}`),
        ),
      ).toEqual([]);
    },
  );
});
