import { draftOf } from '../__testUtils__/draftOf';
import { OpenRequest } from './OpenRequest';
import { rankInbox, RankedBy } from './rankInbox';
import { Turn } from './turnOf';

function open(id: string, partial: Partial<OpenRequest> = {}): OpenRequest {
  return {
    ...draftOf(id),
    id,
    kind: 'gate',
    state: 'pending',
    owners: [],
    entityRefs: ['component:default/cart'],
    createdAt: 1,
    ...partial,
  };
}

const halted = {
  state: 'halted' as const,
  halted: {
    sentence: { code: 'x', params: {}, text: 'x' },
    owners: [],
    may: [],
  },
};

function order(
  requests: OpenRequest[],
  turns: Record<string, Turn> = {},
  isShort: RankedBy['isShort'] = () => false,
) {
  return rankInbox(requests, { turnOf: ({ id }) => turns[id], isShort }).map(
    ({ id, rank, related }) => [id, rank, ...related.map(other => other.id)],
  );
}
const ids = (...given: Parameters<typeof order>) =>
  order(...given).map(([id]) => id);

describe('rankInbox', () => {
  it('puts what is up to the viewer first, then what waits longest', () => {
    expect(
      order(
        [
          open('c', { createdAt: 3 }),
          open('b', { createdAt: 2 }),
          open('a', { createdAt: 1 }),
        ],
        { b: 'decide', c: 'decide' },
      ),
    ).toEqual([
      ['b', 0],
      ['c', 0],
      ['a', 1],
    ]);
  });

  it('puts what is lost before what halted, that before what expires, and the soonest of those first', () => {
    expect(
      ids(
        [
          open('old'),
          open('later', { deadline: 20, createdAt: 2 }),
          open('soon', { deadline: 10, createdAt: 3 }),
          open('waits', { state: 'held', deadline: 15, createdAt: 4 }),
          open('halted', { ...halted, createdAt: 5 }),
          open('lost', { kind: 'lane', createdAt: 6 }),
        ],
        {},
        ({ id }) => id === 'lost',
      ),
    ).toEqual(['lost', 'halted', 'soon', 'waits', 'later', 'old']);
  });

  it('lists what ended and waits for a review with those who can review it alone, by when that is due', () => {
    const past = (id: string, reviewBy: number) =>
      open(id, {
        state: 'applied',
        breakGlass: { by: 'user:default/ann', reason: 'x', reviewBy },
      });
    const reviews = [past('late', 30), past('soon', 10), past('theirs', 5)];
    const ranked = rankInbox(
      [open('mine', { deadline: 20 }), open('waits')],
      {
        turnOf: ({ id }) =>
          (({ mine: 'decide', late: 'review', soon: 'review' } as const)[id]),
        isShort: () => false,
      },
      reviews,
    );
    expect(ranked.map(({ id, rank }) => [id, rank])).toEqual([
      ['soon', 0],
      ['mine', 0],
      ['late', 0],
      ['waits', 1],
    ]);
  });

  it('hurries nobody for a deadline that ends nothing any more', () => {
    expect(
      ids([
        open('sent', { state: 'delivering', deadline: 1, createdAt: 2 }),
        open('open', { createdAt: 1 }),
      ]),
    ).toEqual(['open', 'sent']);
  });

  it('shows a run and a lane about one change once, by the run', () => {
    expect(
      order([
        open('lane', { kind: 'lane', changeKey: 'x' }),
        open('run', { changeKey: 'x', createdAt: 2 }),
        open('other', { changeKey: 'y', createdAt: 3 }),
      ]),
    ).toEqual([
      ['run', 1, 'lane'],
      ['other', 1],
    ]);
  });

  it('lists each run of one commit, for many services and several environments', () => {
    const entityRefs = ['component:default/other'];
    expect(
      order([
        open('cart', { changeKey: 'x' }),
        open('again', { changeKey: 'x', createdAt: 2 }),
        open('other', { changeKey: 'x', entityRefs, createdAt: 3 }),
        open('early', { changeKey: 'x', environment: 'staging', createdAt: 4 }),
      ]),
    ).toEqual([
      ['cart', 1],
      ['again', 1],
      ['other', 1],
      ['early', 1],
    ]);
  });

  it.each([
    ['another environment', { environment: 'staging' }],
    ['other entities', { entityRefs: ['component:default/other'] }],
    [
      'more entities',
      { entityRefs: ['component:default/cart', 'component:default/other'] },
    ],
    ['another change', { changeKey: 'y' }],
  ])('lists a lane of %s beside the run', (_, lane) => {
    expect(
      ids([
        open('run', { changeKey: 'x' }),
        open('lane', { kind: 'lane', changeKey: 'x', createdAt: 2, ...lane }),
      ]),
    ).toEqual(['run', 'lane']);
  });

  it('folds nothing of which nobody knows whose it is', () => {
    const of = { changeKey: 'x', entityRefs: [] };
    expect(
      ids([
        open('run', of),
        open('lane', { ...of, kind: 'lane', createdAt: 2 }),
      ]),
    ).toEqual(['run', 'lane']);
  });

  it('folds nothing where several runs could be the one of a lane', () => {
    expect(
      ids([
        open('east', { changeKey: 'x' }),
        open('west', { changeKey: 'x', createdAt: 2 }),
        open('lane', { kind: 'lane', changeKey: 'x', createdAt: 3 }),
      ]),
    ).toEqual(['east', 'west', 'lane']);
  });

  it('shows the one that the viewer can decide, so that its button is not hidden', () => {
    expect(
      order(
        [
          open('run', { changeKey: 'x' }),
          open('lane', { kind: 'lane', changeKey: 'x' }),
        ],
        { lane: 'decide' },
      ),
    ).toEqual([['lane', 0, 'run']]);
  });

  it('shows the one whose decision can still be taken back before the one that waits', () => {
    expect(
      order(
        [
          open('run', { state: 'queued', changeKey: 'x' }),
          open('lane', { kind: 'lane', changeKey: 'x' }),
        ],
        { run: 'recall', lane: 'decide' },
      ),
    ).toEqual([['run', 0, 'lane']]);
  });

  it('is as urgent as the most urgent of what it folds', () => {
    expect(
      ids(
        [
          open('soon', { deadline: 1 }),
          open('run', { changeKey: 'x' }),
          open('lane', { kind: 'lane', changeKey: 'x' }),
        ],
        {},
        ({ id }) => id === 'lane',
      ),
    ).toEqual(['run', 'soon']);
  });
});
