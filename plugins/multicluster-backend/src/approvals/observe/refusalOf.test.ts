import { twoOfShop } from '../__testUtils__/draftOf';
import { draftOf } from '../__testUtils__/draftOf';
import { RefusalFacts, refusalOf } from './refusalOf';

const { subject } = draftOf('key');
const known = {
  ...subject,
  images: [{ name: 'shop', version: 'v1', digest: null, unpinned: false }],
  targets: ['prod'],
};
const author = {
  nativeId: 'ann',
  entityRef: 'user:default/ann',
  kind: 'user' as const,
  role: 'author' as const,
};
const facts: RefusalFacts = {
  policy: {
    ...twoOfShop,
    subject: { complete: true, unpinned: 'refuse' },
    separation: { requester: true, author: true, unmappedAuthor: 'block' },
  },
  delivery: 'worker',
  entities: [{ confirmed: true }],
  subject: known,
  requesters: [author],
  detail: {},
};

describe('refusalOf', () => {
  it.each<[string, Partial<RefusalFacts>, string | undefined]>([
    ['nothing speaks against it', {}, undefined],
    ['the tool decides', { delivery: 'none' }, 'DECIDED_IN_TOOL'],
    [
      'the platform is not made for it',
      { platform: 'PERMISSIONS_DISABLED' },
      'PERMISSIONS_DISABLED',
    ],
    [
      'nobody confirmed whose it is',
      { entities: [{ confirmed: false }] },
      'MATCH_NOT_CONFIRMED',
    ],
    [
      'a part of it is not known',
      { subject: { ...known, commit: null } },
      'SUBJECT_INCOMPLETE',
    ],
    [
      'its tag can be moved',
      {
        subject: { ...known, images: [{ ...known.images[0], unpinned: true }] },
      },
      'SUBJECT_UNPINNED',
    ],
    [
      'its author is nobody we know',
      { requesters: [{ ...author, entityRef: undefined }] },
      'AUTHOR_UNKNOWN',
    ],
    [
      'a co-author is nobody we know',
      {
        requesters: [
          author,
          { nativeId: 'x', kind: 'user', role: 'co-author' },
        ],
      },
      'AUTHOR_UNKNOWN',
    ],
    ['nobody says who wrote it', { requesters: [] }, 'AUTHOR_UNKNOWN'],
    [
      'the tool needs more people than it lists',
      { detail: { toolApprovers: ['ann'], toolNeeds: 2 } },
      'TOOL_CANNOT_BE_MET',
    ],
  ])('when %s', (_, change, expected) => {
    expect(refusalOf({ ...facts, ...change })).toBe(expected);
  });

  it('asks for no more than the policy does', () => {
    const {
      policy,
      subject: about,
      requesters,
    } = {
      policy: twoOfShop,
      subject: { ...known, commit: null },
      requesters: [],
    };
    expect(
      refusalOf({ ...facts, policy, subject: about, requesters }),
    ).toBeUndefined();
  });
});
