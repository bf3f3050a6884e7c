import { EntityWorkload } from '@fairway/backstage-plugin-multicluster-common';
import { component } from '../../__testUtils__/shopWorld';
import { claimOfEntity } from '../../matching/rules';
import { explainMatch } from './explainMatch';

const ID = 'backstage.io/kubernetes-id';
const SELECTOR = 'backstage.io/kubernetes-label-selector';

function shown(confirmed: boolean, shared = false): EntityWorkload {
  return {
    match: {
      confirmed,
      ...(shared && { alsoClaimedBy: { entityRefs: [], hidden: 1 } }),
    },
  } as unknown as EntityWorkload;
}

interface Given {
  annotations?: Record<string, string>;
  workloads?: EntityWorkload[];
  hidden?: number;
  elsewhere?: number;
  complete?: boolean;
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
      'is carried by no template',
      {},
      'none',
      'match.none.noTemplate',
      [`template ${ID}`, 'entity fairway.io/workloads'],
    ],
    [
      'selects nothing',
      { annotations: { [SELECTOR]: 'a=b' } },
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
      { annotations: { [SELECTOR]: 'a=b' }, hidden: 2 },
      'claimed-only',
      'match.claimedOnly',
      [`entity ${ID}`, `template ${ID}`],
    ],
    [
      'only claims, and that is shown',
      { workloads: [shown(false)] },
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
      'is confirmed for some',
      { workloads: [shown(true)], hidden: 1 },
      'matched',
      undefined,
      [`template ${ID}`],
    ],
  ])('an entity that %s', (_, given, state, code, suggestions) => {
    const explanation = explainMatch({
      entityName: 'shop',
      claim: claimOfEntity(
        component('shop', given.annotations ?? { [ID]: 'x' }),
      ),
      shown: given.workloads ?? [],
      hidden: given.hidden ?? 0,
      elsewhere: given.elsewhere ?? 0,
      complete: given.complete ?? true,
    });
    expect(explanation.state).toBe(state);
    expect(explanation.sentence?.code).toBe(code);
    expect(
      explanation.suggestions.map(item => `${item.on} ${item.annotation}`),
    ).toEqual(suggestions);
  });
});
