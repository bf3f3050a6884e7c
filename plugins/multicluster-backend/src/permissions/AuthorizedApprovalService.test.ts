import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { ApprovalItem } from '@fairway/backstage-plugin-multicluster-common';
import {
  ApprovalEngine,
  EngineAnswer,
  PersonCommand,
} from '../approvals/engine/ApprovalEngine';
import { PeopleFirst } from '../approvals/engine/PeopleFirst';
import { PersonGrounds } from '../approvals/engine/PersonGrounds';
import { Writing, WritingTo } from '../service/Acting';
import { ApprovalReader, ApprovalService } from '../service/ApprovalService';
import { RateLimits } from '../service/RateLimits';
import { component } from '../__testUtils__/shopWorld';
import { ApprovalAccess } from './approval/ApprovalAccess';
import { AuthorizedApprovalService } from './AuthorizedApprovalService';
import { EntityAccess } from './EntityAccess';

const SHOP = 'component:default/shop';
const ID = 'request-1';

const writing: Writing = {
  credentials: mockCredentials.user('user:default/ann'),
  idempotency: { key: 'key', fingerprint: 'fingerprint' },
};
const writingTo: WritingTo = { ...writing, ifMatch: 'request-1.1.1' };
const vote = { decision: 'approve' as const, subjectDigest: 'd1' };
const because = { reason: 'everything is down for everybody' };

const ITEM = { request: { id: ID, entityRefs: [SHOP] } } as ApprovalItem;

/** What an act asks of others, each of which may keep it waiting. */
type Question = 'permission' | 'grounds' | 'decision' | 'item' | 'catalog';

interface Given {
  /** What is not answered until it is let go. */
  hanging?: Question[];
  /** What cannot be answered. */
  away?: Question[];
  may?: AuthorizeResult.ALLOW | AuthorizeResult.DENY;
}

/** Where one request waits. */
function open({ hanging = [], away = [], may = AuthorizeResult.ALLOW }: Given) {
  const asked: Question[] = [];
  let letGo = () => {};
  const gone = new Promise<void>(resolve => {
    letGo = resolve;
  });
  const ask = async (question: Question) => {
    asked.push(question);
    if (away.includes(question)) {
      throw new Error(`Nobody answers: ${question}`);
    }
    await (hanging.includes(question) && gone);
  };
  const decide = async ({ grounds }: PersonCommand): Promise<EngineAnswer> => {
    await grounds;
    await ask('decision');
    return { applied: true, replayed: false } as EngineAnswer;
  };
  const engine: Partial<ApprovalEngine> = {
    async prepare() {
      await ask('grounds');
      return { facts: { person: () => undefined } } as unknown as PersonGrounds;
    },
    vote: decide,
    withdraw: decide,
    recall: decide,
    breakGlass: decide,
    review: decide,
    resolve: decide,
  };
  const shown = async () => {
    await ask('item');
    return ITEM;
  };
  const reader: Partial<ApprovalReader> = {
    holding: async (ids, condition) => new Set(condition === 'all' ? ids : []),
    item: shown,
    itemOf: shown,
  };
  const permissions = mockServices.permissions.mock({
    async authorizeConditional(requests) {
      const [{ permission }] = requests;
      await ask(
        permission.name === 'catalog.entity.read' ? 'catalog' : 'permission',
      );
      return requests.map(() => ({ result: may }));
    },
  });
  const people = PeopleFirst.create();
  const service = AuthorizedApprovalService.create({
    engine: engine as ApprovalEngine,
    reader: reader as ApprovalReader,
    rights: ApprovalAccess.create({
      permissions,
      permissionsRegistry: mockServices.permissionsRegistry.mock({
        getPermissionRuleset: () => ({ getRuleByName: unused }),
      }),
    }),
    access: EntityAccess.create({
      catalog: catalogServiceMock({ entities: [component('shop', {})] }),
      permissions,
    }),
    limits: RateLimits.create({ burst: 10, perSecond: 1 }),
    people,
    guestCounts: false,
  });
  return { service, people, asked, letGo };
}

type Act = (service: ApprovalService) => Promise<unknown>;

const ACTS: Array<[string, Act]> = [
  ['vote', service => service.vote(ID, vote, writingTo)],
  [
    'vote on several at once',
    service =>
      service.voteAll([{ ...vote, id: ID, ifMatch: 'request-1.1.1' }], writing),
  ],
  ['take a vote back', service => service.withdraw(ID, writingTo)],
  ['take a decision back', service => service.recall(ID, writingTo)],
  [
    'decide past the rules',
    service =>
      service.breakGlass(ID, { subjectDigest: 'd1', ...because }, writingTo),
  ],
  [
    'review',
    service => service.review(ID, { comment: 'Looked at it' }, writingTo),
  ],
  [
    'say what becomes of what halted',
    service =>
      service.resolve(ID, { action: 'continue', ...because }, writingTo),
  ],
];

describe('AuthorizedApprovalService', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  /** Whether something has ended by now. */
  async function ended(work: Promise<unknown>): Promise<boolean> {
    const noted = jest.fn();
    void work.then(noted);
    await jest.advanceTimersByTimeAsync(0);
    return noted.mock.calls.length > 0;
  }

  describe('lets people go first', () => {
    it.each(ACTS)('who %s', async (_, act) => {
      const { service, people, letGo } = open({ hanging: ['permission'] });
      const acting = act(service);
      const turn = people.turn();
      expect(await ended(turn)).toBe(false);

      letGo();
      await acting;
      expect(await ended(turn)).toBe(true);
    });

    it.each<Question>(['permission', 'grounds', 'decision', 'item', 'catalog'])(
      'until they are answered, whatever takes long: %s',
      async question => {
        const { service, people, asked, letGo } = open({ hanging: [question] });
        const acting = service.vote(ID, vote, writingTo);
        await jest.advanceTimersByTimeAsync(0);
        expect(asked).toContain(question);
        const turn = people.turn();
        expect(await ended(turn)).toBe(false);

        letGo();
        expect(await acting).toEqual(ITEM);
        expect(await ended(turn)).toBe(true);
      },
    );

    it('and not who only looks', async () => {
      const { service, people } = open({ hanging: ['permission'] });
      const looking = service.approval(ID, {}, writing);
      expect(await ended(people.turn())).toBe(true);
      expect(await ended(looking)).toBe(false);
    });
  });

  it.each(ACTS)(
    'begins to ask by what somebody is judged, and what they may know of the catalog, with whether they may %s',
    async (_, act) => {
      const { service, asked, letGo } = open({ hanging: ['permission'] });
      const acting = act(service);
      await jest.advanceTimersByTimeAsync(0);
      expect(asked.sort()).toEqual(['catalog', 'grounds', 'permission']);

      letGo();
      await acting;
      expect(asked.filter(question => question === 'catalog')).toHaveLength(1);
    },
  );

  it('tells who may not, and nothing of what could not be read meanwhile', async () => {
    const { service, asked } = open({
      away: ['grounds', 'catalog'],
      may: AuthorizeResult.DENY,
    });
    await expect(service.vote(ID, vote, writingTo)).rejects.toMatchObject({
      code: 'approval-not-found',
    });
    await jest.advanceTimersByTimeAsync(0);
    expect(asked).toEqual(expect.arrayContaining(['grounds', 'catalog']));
  });

  it('says that it could not be read by what somebody is judged', async () => {
    const { service, asked } = open({ away: ['grounds'] });
    await expect(service.vote(ID, vote, writingTo)).rejects.toThrow('grounds');
    expect(asked).not.toContain('decision');
  });
});

function unused(): never {
  throw new Error('unused');
}
