import { draftOf } from '../__testUtils__/draftOf';
import { OpenRequest } from './OpenRequest';
import { rankInbox } from './rankInbox';

function open(
  id: string,
  partial: Partial<OpenRequest> & { createdAt: number },
): OpenRequest {
  return {
    ...draftOf(id),
    id,
    kind: 'gate',
    state: 'pending',
    owners: [],
    ...partial,
  };
}

const order = (requests: OpenRequest[], ...mine: string[]) =>
  rankInbox(requests, ({ id }) => mine.includes(id)).map(
    ({ id, rank, related }) => [id, rank, ...related.map(other => other.id)],
  );

describe('rankInbox', () => {
  it('puts what the viewer can decide first, then the newest', () => {
    expect(
      order(
        [
          open('a', { createdAt: 1 }),
          open('b', { createdAt: 2 }),
          open('c', { createdAt: 3 }),
        ],
        'a',
      ),
    ).toEqual([
      ['a', 0],
      ['c', 1],
      ['b', 1],
    ]);
  });

  it('shows a run and a lane about one change once, by the run', () => {
    expect(
      order([
        open('lane', { kind: 'lane', changeKey: 'x', createdAt: 2 }),
        open('run', { changeKey: 'x', createdAt: 1 }),
        open('other', { changeKey: 'y', createdAt: 0 }),
      ]),
    ).toEqual([
      ['run', 1, 'lane'],
      ['other', 1],
    ]);
  });

  it('shows the one that the viewer can decide, so that its button is not hidden', () => {
    expect(
      order(
        [
          open('run', { changeKey: 'x', createdAt: 1 }),
          open('lane', { kind: 'lane', changeKey: 'x', createdAt: 2 }),
        ],
        'lane',
      ),
    ).toEqual([['lane', 0, 'run']]);
  });
});
