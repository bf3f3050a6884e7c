import { projectTemplate } from '../project/projectTemplate';
import { isOfThePlatform } from './isOfThePlatform';
import { laneNames } from './laneNames';

const CLAIM = { 'propagationpolicy.karmada.io/permanent-id': 'p' };

describe('isOfThePlatform', () => {
  it.each([
    ['apps', 'Deployment', 'demo', 'web', {}, false],
    ['apps', 'Deployment', 'karmada-system', 'web', {}, true],
    ['apps', 'Deployment', 'kube-system', 'dns', {}, true],
    ['', 'Service', 'default', 'kubernetes', {}, true],
    ['', 'Service', 'default', 'web', {}, false],
    ['rbac.authorization.k8s.io', 'ClusterRole', '', 'view', {}, true],
    ['rbac.authorization.k8s.io', 'ClusterRole', '', 'tom', CLAIM, false],
    ['apps', 'Deployment', 'kube-system', 'dns', CLAIM, false],
  ])('of %s/%s %s/%s %j is %s', (group, kind, namespace, name, labels, is) => {
    const fact = projectTemplate(
      { metadata: { namespace, name, labels } },
      { group, version: 'v1', kind },
    )!;

    expect(isOfThePlatform(fact)).toBe(is);
  });
});

describe('laneNames', () => {
  it.each([
    ['Deployment', 'Deployments', 'deployments'],
    ['Ingress', 'Ingresses', 'ingresses'],
    ['NetworkPolicy', 'NetworkPolicies', 'networkpolicies'],
    ['Gateway', 'Gateways', 'gateways'],
  ])('has %s as %s and %s', (kind, subject, plural) => {
    expect(laneNames.subject(kind)).toBe(subject);
    expect(laneNames.plural(kind)).toBe(plural);
  });
});
