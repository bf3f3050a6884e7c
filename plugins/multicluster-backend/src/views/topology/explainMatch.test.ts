import {
  EntityWorkload,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { component } from '../../__testUtils__/shopWorld';
import { claimOfEntity } from '../../matching/rules';
import { explainMatch, MatchToExplain } from './explainMatch';

const ID = 'backstage.io/kubernetes-id';
const OTHER = 'component:default/other';
const SELECTOR = 'backstage.io/kubernetes-label-selector';

function shown(confirmed: boolean, shared = false): EntityWorkload {
  return {
    match: {
      confirmed,
      reason: sentence('match.claimed', { entity: 'component:default/shop' }),
      ...(shared && { alsoClaimedBy: { entityRefs: [OTHER], hidden: 0 } }),
    },
  } as unknown as EntityWorkload;
}

function hidden(code: string): MatchToExplain['hidden'][number] {
  return { reason: sentence(code), otherClaims: [OTHER] };
}

interface Given {
  annotations?: Record<string, string>;
  workloads?: EntityWorkload[];
  hidden?: MatchToExplain['hidden'];
  showClaimed?: boolean;
  mapped?: boolean;
  elsewhere?: number;
  complete?: boolean;
}

function toExplain(given: Given): MatchToExplain {
  return {
    entityName: 'shop',
    claim: claimOfEntity(
      component('shop', given.annotations ?? { [ID]: 'x' }),
      [],
    ),
    shown: given.workloads ?? [],
    hidden: given.hidden ?? [],
    showClaimed: given.showClaimed ?? false,
    mapped: given.mapped ?? false,
    elsewhere: given.elsewhere ?? 0,
    complete: given.complete ?? true,
  };
}

describe('explainMatch', () => {
  it.each<[string, Given, string, string | undefined, string[]]>([
    [
      'says nothing about workloads',
      { annotations: {} },
      'none',
      'match.none.noAnnotation',
      [`entity ${ID}`, `template ${ID}`],
    ],
    [
      'says which pipelines are its own, and nothing about workloads',
      { annotations: { 'fairway.io/pipelines': 'a1' } },
      'none',
      'match.none.noAnnotation',
      [`entity ${ID}`, `template ${ID}`],
    ],
    [
      'is carried by no template',
      {},
      'none',
      'match.none.noTemplate',
      [`template ${ID}`, 'entity fairway.io/workloads'],
    ],
    [
      'selects nothing, where claims are shown',
      { annotations: { [SELECTOR]: 'a=b' }, showClaimed: true },
      'none',
      'match.none.noSelection',
      [`entity ${ID}`, `template ${ID}`, 'entity fairway.io/workloads'],
    ],
    [
      'cannot be read',
      { annotations: { [SELECTOR]: '(' } },
      'none',
      'match.unreadable',
      [`entity ${ID}`, `template ${ID}`, 'entity fairway.io/workloads'],
    ],
    [
      'may have workloads in a source that was not read',
      { complete: false },
      'none',
      'match.notYetRead',
      [`template ${ID}`, 'entity fairway.io/workloads'],
    ],
    [
      'has workloads elsewhere than on the cluster it names',
      {
        annotations: { [ID]: 'x', 'backstage.io/kubernetes-cluster': 'm1' },
        elsewhere: 1,
      },
      'none',
      'match.none.otherCluster',
      [`template ${ID}`, 'entity fairway.io/workloads'],
    ],
    [
      'only claims',
      {
        annotations: { [SELECTOR]: 'a=b' },
        hidden: [hidden('match.claimed'), hidden('match.claimed')],
      },
      'claimed-only',
      'match.unconfirmedOrNone',
      [`entity ${ID}`, `template ${ID}`],
    ],
    [
      'claims what is not there',
      { annotations: { [SELECTOR]: 'a=b' } },
      'claimed-only',
      'match.unconfirmedOrNone',
      [`entity ${ID}`, `template ${ID}`],
    ],
    [
      'claims what may not be read yet',
      { annotations: { [SELECTOR]: 'a=b' }, complete: false },
      'none',
      'match.notYetRead',
      [`entity ${ID}`, `template ${ID}`, 'entity fairway.io/workloads'],
    ],
    [
      'carries the id of templates in a namespace of others',
      { hidden: [hidden('match.otherHolder')], mapped: true },
      'none',
      'match.none.noTemplateOrMapped',
      [`template ${ID}`, 'entity fairway.io/workloads'],
    ],
    [
      'carries an id of no template, where namespaces are given to somebody',
      { mapped: true },
      'none',
      'match.none.noTemplateOrMapped',
      [`template ${ID}`, 'entity fairway.io/workloads'],
    ],
    [
      'carries an id that others carry too',
      { hidden: [hidden('match.contested')] },
      'claimed-only',
      'match.contestedId',
      [],
    ],
    [
      'has workloads, and others that others carry the id of too',
      { workloads: [shown(true)], hidden: [hidden('match.contested')] },
      'matched',
      'match.contestedId',
      [],
    ],
    [
      'only claims, and that is shown',
      { workloads: [shown(false)], showClaimed: true },
      'claimed-only',
      'match.claimedOnly',
      [`template ${ID}`],
    ],
    ['is confirmed', { workloads: [shown(true)] }, 'matched', undefined, []],
    [
      'shares a workload',
      { workloads: [shown(true, true)] },
      'matched',
      'match.sharedClaim',
      [],
    ],
    [
      'is confirmed for some, and the others are shown',
      { workloads: [shown(true), shown(false)], showClaimed: true },
      'matched',
      undefined,
      [`template ${ID}`],
    ],
    [
      'is confirmed for some, and the others are hidden',
      { workloads: [shown(true)], hidden: [hidden('match.claimed')] },
      'matched',
      undefined,
      [],
    ],
  ])('an entity that %s', (_, given, state, code, suggestions) => {
    const explanation = explainMatch(toExplain(given));
    expect(explanation.state).toBe(state);
    expect(explanation.sentence?.code).toBe(code);
    expect(
      explanation.suggestions.map(item => `${item.on} ${item.annotation}`),
    ).toEqual(suggestions);
  });

  it.each<[string, Given, string[] | undefined]>([
    ['what it carries too', { hidden: [hidden('match.contested')] }, [OTHER]],
    ['what is shown', { workloads: [shown(true, true)] }, [OTHER]],
    [
      'nothing that is hidden',
      {
        annotations: { [SELECTOR]: 'a=b' },
        hidden: [hidden('match.claimed')],
      },
      undefined,
    ],
  ])('names who else claims %s', (_, given, refs) => {
    const { alsoClaimedBy } = explainMatch(toExplain(given));
    expect(alsoClaimedBy?.entityRefs).toEqual(refs);
  });
});
