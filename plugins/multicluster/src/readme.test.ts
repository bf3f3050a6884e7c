import { multiclusterPermissions } from '@fairway/backstage-plugin-multicluster-common';
import * as legacy from './legacy';
import plugin from './plugin';

// What runs in the browser may read no files; a test may.
const { readFileSync } = jest.requireActual<typeof import('fs')>('fs');
const readme = readFileSync(`${__dirname}/../README.md`, 'utf8');
const rows = [...readme.matchAll(/^\| (`[^|]+) +\|/gm)].flatMap(([, cell]) =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
);
// What a plugin is made of is not in its type.
const { extensions } = plugin as unknown as {
  extensions: Array<{ id: string }>;
};

describe('the README', () => {
  it('names every extension of the plugin, and none that there is not', () => {
    expect(
      rows.filter(name => /^[a-z-]+:multicluster/.test(name)).sort(),
    ).toEqual(extensions.map(({ id }) => id).sort());
  });

  it('says what every permission opens', () => {
    expect(
      rows.filter(name => name.startsWith('multicluster.')).sort(),
    ).toEqual(multiclusterPermissions.map(({ name }) => name).sort());
  });

  it('names everything that the classic frontend system is given', () => {
    const parts = Object.keys(legacy).filter(
      name => !/RouteRef$|Plugin$/.test(name),
    );
    expect(parts.length).toBeGreaterThan(5);
    expect(parts.filter(name => !readme.includes(name))).toEqual([]);
  });
});
