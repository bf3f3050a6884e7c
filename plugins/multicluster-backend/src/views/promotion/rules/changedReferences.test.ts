import { ConfigurationRef } from '@fairway/backstage-plugin-multicluster-node';
import {
  promotionScope,
  scopeTarget,
} from '../../../__testUtils__/promotionScope';
import { changedReferences } from './changedReferences';

const settings = (hash?: string): ConfigurationRef => ({
  kind: 'ConfigMap',
  name: 'settings',
  ...(hash && { hash }),
});
const keys: ConfigurationRef = { kind: 'Secret', name: 'keys' };

function scope(...workloads: Array<ConfigurationRef[] | undefined>) {
  return promotionScope({
    targets: workloads.map(configuration => {
      const target = scopeTarget();
      return {
        ...target,
        workload: { ...target.workload, configuration },
      };
    }),
  });
}

describe('changedReferences', () => {
  it.each`
    what                             | now                                        | next                      | changed
    ${'another content'}             | ${scope([settings('a')])}                  | ${scope([settings('b')])} | ${[{ name: 'ConfigMap settings', from: 'a', to: 'b' }]}
    ${'the same content'}            | ${scope([settings('a')])}                  | ${scope([settings('a')])} | ${[]}
    ${'the same name, no hash'}      | ${scope([settings()])}                     | ${scope([settings()])}    | ${[]}
    ${'a hash on one side'}          | ${scope([settings()])}                     | ${scope([settings('b')])} | ${[{ name: 'ConfigMap settings', from: 'settings', to: 'b' }]}
    ${'one that comes'}              | ${scope([])}                               | ${scope([keys])}          | ${[{ name: 'Secret keys', to: 'keys' }]}
    ${'one that goes'}               | ${scope([keys])}                           | ${scope([])}              | ${[{ name: 'Secret keys', from: 'keys' }]}
    ${'two workloads that disagree'} | ${scope([settings('a')], [settings('b')])} | ${scope([settings('b')])} | ${[{ name: 'ConfigMap settings', from: 'a, b', to: 'b' }]}
    ${'what one side does not know'} | ${scope([settings('a')], undefined)}       | ${scope([settings('b')])} | ${[]}
    ${'an environment with nothing'} | ${scope()}                                 | ${scope([settings('b')])} | ${[]}
  `('says of $what what changes', ({ now, next, changed }) => {
    expect(changedReferences(now, next)).toEqual(changed);
  });

  it('compares nothing with what was never read', () => {
    const unread = { code: 'x', params: {}, text: 'x' };
    expect(changedReferences({ ...scope([keys]), unread }, scope([]))).toEqual(
      [],
    );
  });
});
