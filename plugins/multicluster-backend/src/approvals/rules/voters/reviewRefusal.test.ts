import { examplePolicy } from '../__testUtils__/examplePolicy';
import { voterFacts } from '../__testUtils__/voterFacts';
import { reviewRefusal } from './reviewRefusal';

const user = (name: string) => `user:default/${name}`;
const group = (name: string) => `group:default/${name}`;

const facts = voterFacts({
  groups: {
    [user('ann')]: [group('shop')],
    [user('eve')]: [group('shop')],
    [user('rita')]: [group('shop')],
    [user('dana')]: [group('shop')],
    [user('sam')]: [group('sre')],
    [user('paul')]: [group('platform')],
    [user('mallory')]: [group('other')],
  },
  owners: [group('shop')],
});

const request = {
  policy: {
    ...examplePolicy({
      require: { atLeast: 1, of: { groups: [group('sre')] } },
    }),
    separation: {
      requester: true,
      author: true,
      unmappedAuthor: 'block' as const,
    },
    escalate: [group('platform')],
  },
  requesters: [
    {
      nativeId: 'rita',
      entityRef: user('rita'),
      kind: 'user' as const,
      role: 'trigger' as const,
    },
    {
      nativeId: 'Dana <dana@example.com>',
      kind: 'user' as const,
      role: 'author' as const,
    },
  ],
  breakGlass: { by: user('eve'), reason: 'The shop is down', reviewBy: 0 },
};

describe('reviewRefusal', () => {
  it.each([
    ['an owner', 'ann', undefined],
    ['somebody whose vote would count', 'sam', undefined],
    ['somebody it is escalated to', 'paul', undefined],
    ['who decided it', 'eve', 'IS_REQUESTER'],
    ['who asked for the change', 'rita', 'IS_REQUESTER'],
    ['who wrote it', 'dana', 'IS_REQUESTER'],
    ['anybody else with the permission', 'mallory', 'NOT_ELIGIBLE'],
  ])('answers %s', (_, name, code) => {
    const person = {
      user: user(name),
      email: `${name}@example.com`,
      nativeIds: [],
    };
    expect(reviewRefusal(request, person, facts)).toBe(code);
  });
});
