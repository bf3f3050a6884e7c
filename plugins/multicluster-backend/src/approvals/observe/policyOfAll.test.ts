import { twoOfShop } from '../__testUtils__/draftOf';
import { ApprovalPolicy } from '../model/ApprovalPolicy';
import { policyHash } from '../rules/digest/policyHash';
import { policyOfAll } from './policyOfAll';
import { PolicySubject } from './RequestRules';

const atLeast = (
  count: number,
  name: string,
  more: Partial<ApprovalPolicy> = {},
): ApprovalPolicy => ({
  ...twoOfShop,
  name,
  require: { atLeast: count, of: { owners: true } },
  ...more,
});

const POLICIES: Record<string, ApprovalPolicy> = {
  test: atLeast(1, 'test', { comment: 'required' }),
  production: atLeast(2, 'production', { recallMs: 10_000 }),
  edge: atLeast(1, 'edge'),
  '': atLeast(1, 'built-in', {
    subject: { complete: true, unpinned: 'allow' },
  }),
};

async function joined(environments: string[], invalid?: string) {
  const asked: PolicySubject[] = [];
  const about = { source: 'tool', pipeline: 'shop', entityRefs: [] };
  const rules = {
    policyOf: async (subject: PolicySubject) => {
      asked.push(subject);
      const { environment = '' } = subject;
      return {
        policy: POLICIES[environment],
        hash: `hash of ${environment}`,
        ...(environment === invalid && { refusal: 'POLICY_INVALID' as const }),
      };
    },
  };
  return { given: await policyOfAll(rules, environments, about), asked };
}

describe('policyOfAll', () => {
  it('lets the last of several environments loosen nothing, and shows the most guarded', async () => {
    const { given } = await joined(['test', 'production', 'edge']);
    expect(given).toMatchObject({
      policy: {
        name: 'production',
        require: { atLeast: 2 },
        comment: 'required',
        recallMs: 10_000,
      },
      hash: policyHash(given.policy),
      environment: 'production',
    });
  });

  it('says the policy of one as it was given', async () => {
    const { given } = await joined(['edge']);
    expect(given).toEqual({
      policy: POLICIES.edge,
      hash: 'hash of edge',
      environment: 'edge',
    });
  });

  it('asks for what belongs to none besides, and shows none where there is no other', async () => {
    const { given, asked } = await joined(['', 'test']);
    expect(asked.map(({ environment }) => environment)).toEqual([
      undefined,
      'test',
    ]);
    expect(given).toMatchObject({
      policy: { subject: { complete: true }, comment: 'required' },
      environment: 'test',
    });
    expect((await joined([])).given).toEqual({
      policy: POLICIES[''],
      hash: 'hash of ',
    });
  });

  it('lets nobody vote where one of them cannot be used', async () => {
    const { given } = await joined(['test', 'production'], 'test');
    expect(given.refusal).toBe('POLICY_INVALID');
  });
});
