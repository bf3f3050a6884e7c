import { Entity } from '@backstage/catalog-model';
import { component } from '../../__testUtils__/shopWorld';
import { globToRegExp } from '../../util/globToRegExp';
import { claimOfEntity } from './claimOfEntity';
import { MatchCandidate } from './MatchCandidate';
import { matchWorkload } from './matchWorkload';
import { NamespaceMapping } from './NamespaceMapping';
import { parseLabelSelector } from './parseLabelSelector';
import { parsePolicyClaims } from './parsePolicyClaims';
import { parseWorkloadClaims } from './parseWorkloadClaims';
import { selectsLabels } from './selectsLabels';

const ID = 'backstage.io/kubernetes-id';
const SELECTOR = 'backstage.io/kubernetes-label-selector';
const NAMESPACE = 'backstage.io/kubernetes-namespace';
const WORKLOADS = 'fairway.io/workloads';
const POLICY = 'fairway.io/policy';

function workload(extra?: Partial<MatchCandidate>): MatchCandidate {
  return {
    controlPlane: 'prod',
    group: 'apps',
    kind: 'Deployment',
    namespace: 'shops',
    name: 'shop',
    labels: { app: 'shop' },
    ...extra,
  };
}

const labelled = workload({ kubernetesId: 'shop', labels: { [ID]: 'shop' } });

function mapping(extra: Partial<NamespaceMapping>): NamespaceMapping {
  return { namespace: globToRegExp('shop*'), ...extra };
}

function match(
  entity: Entity,
  candidate: MatchCandidate,
  mappings: NamespaceMapping[] = [],
  others: Entity[] = [],
) {
  const claim = claimOfEntity(entity);
  const rivals = [entity, ...others].flatMap(item => claimOfEntity(item) ?? []);
  const result = claim && matchWorkload(claim, candidate, { mappings, rivals });
  return result && [result.rule, result.confirmed, result.reason.code];
}

describe('matchWorkload', () => {
  it.each<
    [string, Record<string, string>, MatchCandidate, unknown[] | undefined]
  >([
    [
      'confirms what carries the id of the entity',
      { [ID]: 'shop' },
      labelled,
      ['kubernetes-id', true, 'match.confirmedByLabel'],
    ],
    [
      'finds nothing that carries another id',
      { [ID]: 'cart' },
      labelled,
      undefined,
    ],
    [
      'finds nothing without the label',
      { [ID]: 'shop' },
      workload(),
      undefined,
    ],
    [
      'keeps the id to its namespace',
      { [ID]: 'shop', [NAMESPACE]: 'other' },
      labelled,
      undefined,
    ],
    [
      'only claims what a selector selects',
      { [SELECTOR]: 'app=shop' },
      workload(),
      ['label-selector', false, 'match.claimed'],
    ],
    [
      'keeps the selector to its namespace',
      { [SELECTOR]: 'app=shop', [NAMESPACE]: 'other' },
      workload(),
      undefined,
    ],
    [
      'confirms what is selected and carries the id as well',
      { [SELECTOR]: 'app=shop', [ID]: 'shop' },
      workload({ kubernetesId: 'shop' }),
      ['kubernetes-id', true, 'match.confirmedByLabel'],
    ],
    [
      'only claims what is named',
      { [WORKLOADS]: 'Deployment.apps/shops/shop' },
      workload(),
      ['workloads-annotation', false, 'match.claimed'],
    ],
    [
      'confirms what is named in another namespace when it carries the id',
      {
        [WORKLOADS]: 'Deployment.apps/shops/shop',
        [ID]: 'shop',
        [NAMESPACE]: 'x',
      },
      workload({ kubernetesId: 'shop' }),
      ['workloads-annotation', true, 'match.confirmedByLabel'],
    ],
    [
      'keeps a name to its control plane',
      { [WORKLOADS]: 'test:Deployment.apps/shops/shop' },
      workload(),
      undefined,
    ],
    [
      'keeps a name to its group',
      { [WORKLOADS]: 'Deployment/shops/shop' },
      workload(),
      undefined,
    ],
    [
      'only claims what a named policy placed',
      { [POLICY]: 'prod:shops/spread' },
      workload({
        policy: {
          kind: 'PropagationPolicy',
          namespace: 'shops',
          name: 'spread',
        },
      }),
      ['policy-annotation', false, 'match.claimed'],
    ],
    [
      'tells a cluster-scoped policy from a namespaced one',
      { [POLICY]: 'spread' },
      workload({
        policy: {
          kind: 'PropagationPolicy',
          namespace: 'shops',
          name: 'spread',
        },
      }),
      undefined,
    ],
    ['finds nothing for an entity that says nothing', {}, labelled, undefined],
  ])('%s', (_, annotations, candidate, expected) => {
    expect(match(component('shop', annotations), candidate)).toEqual(expected);
  });

  it.each<[string, Partial<NamespaceMapping>, boolean]>([
    ['the owner of the entity', { ownerRef: 'group:default/shop-team' }, true],
    ['another owner', { ownerRef: 'group:default/others' }, false],
    ['the system of the entity', { systemRef: 'system:default/shops' }, true],
    ['another system', { systemRef: 'system:default/other' }, false],
    [
      'the owner, on another control plane',
      { ownerRef: 'group:default/shop-team', controlPlane: 'test' },
      false,
    ],
    [
      'the owner, for another namespace',
      { ownerRef: 'group:default/shop-team', namespace: globToRegExp('cart*') },
      false,
    ],
    [
      'the owner, in the system of the entity',
      {
        ownerRef: 'group:default/shop-team',
        systemRef: 'system:default/shops',
      },
      true,
    ],
    [
      'the owner, in another system',
      {
        ownerRef: 'group:default/shop-team',
        systemRef: 'system:default/other',
      },
      false,
    ],
    [
      'another owner, in the system that the entity names',
      { ownerRef: 'group:default/others', systemRef: 'system:default/shops' },
      false,
    ],
    ['nobody', {}, false],
  ])('a namespace that the platform gives to %s', (_, given, confirmed) => {
    const entity = component('shop', { [SELECTOR]: 'app=shop' });
    entity.relations?.push({
      type: 'partOf',
      targetRef: 'system:default/shops',
    });
    expect(match(entity, workload(), [mapping(given)])?.[1]).toBe(confirmed);
  });
});

describe('matchWorkload, with an id that others carry too', () => {
  const shop = component('shop', { [ID]: 'shop' });
  const by = (owner: string, annotations: Record<string, string> = {}) =>
    component('rival', { [ID]: 'shop', ...annotations }, owner);
  const mappedTo = (ownerRef: string) => [mapping({ ownerRef })];
  const SHOP_TEAM = 'group:default/shop-team';
  const THIEVES = 'group:default/thieves';

  it.each<[string, Entity, NamespaceMapping[], Entity[], unknown[]]>([
    [
      'confirms nobody when owners differ',
      shop,
      [],
      [by(THIEVES)],
      ['kubernetes-id', false, 'match.contested'],
    ],
    [
      'does not confirm the other either',
      by(THIEVES),
      [],
      [shop],
      ['kubernetes-id', false, 'match.contested'],
    ],
    [
      'confirms both when the owner is the same',
      shop,
      [],
      [by(SHOP_TEAM)],
      ['kubernetes-id', true, 'match.confirmedByLabel'],
    ],
    [
      'looks away from one that keeps to another namespace',
      shop,
      [],
      [by(THIEVES, { [NAMESPACE]: 'thieves' })],
      ['kubernetes-id', true, 'match.confirmedByLabel'],
    ],
    [
      'looks at one that names the workload and keeps its id to another namespace',
      shop,
      [],
      [
        by(THIEVES, {
          [NAMESPACE]: 'thieves',
          [WORKLOADS]: 'Deployment.apps/shops/shop',
        }),
      ],
      ['kubernetes-id', false, 'match.contested'],
    ],
    [
      'looks away from one that claims the workload without its id',
      shop,
      [],
      [component('rival', { [SELECTOR]: 'app=shop' }, THIEVES)],
      ['kubernetes-id', true, 'match.confirmedByLabel'],
    ],
    [
      'confirms the owner to whom the platform gives the namespace',
      shop,
      mappedTo(SHOP_TEAM),
      [by(THIEVES)],
      ['kubernetes-id', true, 'match.confirmedByPlatform'],
    ],
    [
      'does not confirm another than whom the platform gives the namespace',
      by(THIEVES),
      mappedTo(SHOP_TEAM),
      [shop],
      ['kubernetes-id', false, 'match.otherHolder'],
    ],
    [
      'does not confirm an id alone where the platform gives the namespace to another',
      by(THIEVES),
      mappedTo(SHOP_TEAM),
      [],
      ['kubernetes-id', false, 'match.otherHolder'],
    ],
    [
      'confirms an id where the platform speaks of another control plane only',
      shop,
      [mapping({ ownerRef: THIEVES, controlPlane: 'test' })],
      [],
      ['kubernetes-id', true, 'match.confirmedByLabel'],
    ],
  ])('%s', (_, entity, mappings, others, expected) => {
    expect(match(entity, labelled, mappings, others)).toEqual(expected);
  });

  it('gives a namespace to no entity that somebody else owns as well', () => {
    const shared = component('shop', { [ID]: 'shop' });
    shared.relations?.push({ type: 'ownedBy', targetRef: THIEVES });
    const mappings = mappedTo(SHOP_TEAM);
    expect(match(shared, labelled, mappings)?.[1]).toBe(false);
    expect(match(shop, labelled, [], [shared])?.[1]).toBe(false);
    const both = [...mappings, ...mappedTo(THIEVES)];
    expect(match(shared, labelled, both)?.[1]).toBe(true);
  });
});

describe('claimOfEntity', () => {
  it('names annotations that cannot be read, and claims nothing by them', () => {
    const claim = claimOfEntity(
      component('shop', {
        [SELECTOR]: 'app=(',
        [WORKLOADS]: 'shop, Deployment.apps/shops/shop',
        [POLICY]: 'a/b/c',
      }),
    );
    expect(claim?.selector).toBeUndefined();
    expect(claim?.workloads).toHaveLength(1);
    expect(claim?.policies).toEqual([]);
    expect(claim?.problems.map(item => item.params.annotation)).toEqual([
      SELECTOR,
      WORKLOADS,
      POLICY,
    ]);
  });

  it('takes owner and system from the spec while the catalog has not related them', () => {
    const entity = component('shop', { [ID]: 'shop' });
    delete entity.relations;
    entity.spec = { owner: 'team-a', system: 'shops' };
    expect(claimOfEntity(entity)).toMatchObject({
      ownerRef: 'group:default/team-a',
      systemRef: 'system:default/shops',
    });
  });
});

describe('claimOfEntity, of an entity that means harm', () => {
  it('does not take a text apart that is too long to be a claim', () => {
    const begun = performance.now();
    const claim = claimOfEntity(
      component('shop', { [SELECTOR]: ','.repeat(1_000_000) }),
    );
    expect(performance.now() - begun).toBeLessThan(500);
    expect(claim?.selector).toBeUndefined();
    expect(JSON.stringify(claim?.problems).length).toBeLessThan(1000);
  });

  it('reads an owner that is no reference as none, instead of ending the matching of all others', () => {
    const entity = component('shop', { [ID]: 'shop' });
    delete entity.relations;
    entity.spec = { owner: ':', system: '/' };
    const claim = claimOfEntity(entity);
    expect(claim?.kubernetesId).toBe('shop');
    expect(claim?.ownerRef).toBeUndefined();
    expect(claim?.systemRef).toBeUndefined();
  });
});

describe('parseLabelSelector', () => {
  it.each<[string, Record<string, string>, boolean]>([
    ['app=shop', { app: 'shop' }, true],
    ['app==shop,tier!=db', { app: 'shop' }, true],
    ['tier!=db', { tier: 'db' }, false],
    ['env in (a, b)', { env: 'b' }, true],
    ['env in (a,b),app=x', { env: 'b', app: 'y' }, false],
    ['env notin (a)', {}, true],
    ['env notin (a)', { env: 'a' }, false],
    ['example.com/app', { 'example.com/app': '' }, true],
    ['!app', { app: 'x' }, false],
    ['constructor', {}, false],
  ])('%s on %j gives %s', (text, labels, selected) => {
    const selector = parseLabelSelector(text);
    expect(selector && selectsLabels(selector, labels)).toBe(selected);
  });

  it.each(['', ',', 'a=b c', 'a in b', '=x', 'a=b,('])(
    'does not read %j, which would select everything or something else',
    text => {
      expect(parseLabelSelector(text)).toBeUndefined();
    },
  );
});

describe('parseWorkloadClaims', () => {
  it('reads namespaced, core and cluster-scoped kinds, with and without a control plane', () => {
    expect(
      parseWorkloadClaims(
        'prod:Deployment.apps/shops/shop, Service/shops/shop,ClusterRole.rbac.authorization.k8s.io/admin',
      ),
    ).toEqual({
      claims: [
        {
          controlPlane: 'prod',
          group: 'apps',
          kind: 'Deployment',
          namespace: 'shops',
          name: 'shop',
        },
        { group: '', kind: 'Service', namespace: 'shops', name: 'shop' },
        {
          group: 'rbac.authorization.k8s.io',
          kind: 'ClusterRole',
          namespace: '',
          name: 'admin',
        },
      ],
      unread: [],
    });
  });
});

describe('parsePolicyClaims', () => {
  it('reads namespaced and cluster-scoped policies, with and without a control plane', () => {
    expect(parsePolicyClaims('prod:a/b, c,prod:d').claims).toEqual([
      { controlPlane: 'prod', namespace: 'a', name: 'b' },
      { namespace: '', name: 'c' },
      { controlPlane: 'prod', namespace: '', name: 'd' },
    ]);
  });
});
