import { buildApproval } from '../../../__testUtils__/approvals/buildApproval';
import { Kept } from './Kept';
import { keptWith } from './keptWith';
import { withKept } from './withKept';

const itemOf = (id: string) => buildApproval({ id });

/** Kept ones as `<id><place>`, in capitals once answered. */
function keptOf(text: string): Kept[] {
  return text
    .split(' ')
    .filter(Boolean)
    .map(([id, at]) => ({
      item: itemOf(id.toLowerCase()),
      at: Number(at),
      isAnswered: id !== id.toLowerCase(),
    }));
}

function textOf(kept: Kept[]): string {
  return kept
    .map(({ item: { request }, at, isAnswered }) =>
      [isAnswered ? request.id.toUpperCase() : request.id, at].join(''),
    )
    .join(' ');
}

describe('keptWith', () => {
  it.each`
    what                                                | list     | kept       | taken  | now        | shown
    ${'the first one where it is'}                      | ${'abc'} | ${''}      | ${'b'} | ${'b1'}    | ${'abc'}
    ${'another, and what is under way'}                 | ${'abc'} | ${'a0'}    | ${'b'} | ${'a0 b1'} | ${'abc'}
    ${'another below what is under way and on no list'} | ${'bc'}  | ${'a0'}    | ${'b'} | ${'a0 b1'} | ${'abc'}
    ${'another, and lets go of what came to an end'}    | ${'abc'} | ${'A0'}    | ${'b'} | ${'b1'}    | ${'abc'}
    ${'another where it is when one above is gone'}     | ${'bc'}  | ${'A0'}    | ${'b'} | ${'b0'}    | ${'bc'}
    ${'what is below one that goes between the same'}   | ${'xy'}  | ${'A0 b2'} | ${'y'} | ${'b1 y2'} | ${'xby'}
    ${'what is sent, and says how the other ended'}     | ${'bc'}  | ${'A0 b1'} | ${'b'} | ${'A0 b1'} | ${'abc'}
    ${'what came to an end once more, and it alone'}    | ${'c'}   | ${'A0 B1'} | ${'b'} | ${'b0'}    | ${'bc'}
  `('keeps $what', ({ list, kept, taken, now, shown }) => {
    const items = [...list].map(itemOf);
    const after = keptWith(keptOf(kept), items, itemOf(taken));
    expect(textOf(after)).toBe(now);
    const listed = withKept(items, after);
    expect(listed.map(({ request }) => request.id).join('')).toBe(shown);
  });
});
