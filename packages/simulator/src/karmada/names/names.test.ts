import { bindingName } from './bindingName';
import { encodeHash } from './encodeHash';
import { workName } from './workName';

describe('names that Karmada gives', () => {
  // Every one of them was read from a running Karmada.
  it.each([
    ['Deployment', 'canary', 'demo', 'canary-6f6cddfff'],
    ['Service', 'canary', 'demo', 'canary-766cb48687'],
    ['Deployment', 'nofit2', 'demo', 'nofit2-69f6f75987'],
    ['ConfigMap', 'web-config', 'demo', 'web-config-5cc8784ff'],
    ['ClusterRole', 'system:ctl:tom', undefined, 'system.ctl.tom-6d84df695d'],
    ['Deployment', 'nginx', 'default', 'nginx-687f7fb96f'],
  ])('names the Work of %s %s in %s %s', (kind, name, namespace, expected) => {
    expect(workName(kind, name, namespace)).toBe(expected);
  });

  it('names a binding after name and kind, without group and with dots for colons', () => {
    expect(bindingName('ClusterRole', 'system:ctl:tom')).toBe(
      'system.ctl.tom-clusterrole',
    );
  });

  it('encodes the parent of a dependency as the recorded label does', () => {
    expect(encodeHash('demo/web-deployment')).toBe('678965b45c');
  });
});
