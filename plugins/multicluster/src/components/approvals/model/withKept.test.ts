import { buildApproval } from '../../../__testUtils__/approvals/buildApproval';
import { withKept } from './withKept';

const itemsOf = (ids: string) => [...ids].map(id => buildApproval({ id }));

describe('withKept', () => {
  it.each`
    items    | kept   | at   | shown
    ${'abc'} | ${'a'} | ${0} | ${'abc'}
    ${'bca'} | ${'a'} | ${0} | ${'abc'}
    ${'bc'}  | ${'a'} | ${0} | ${'abc'}
    ${'xac'} | ${'c'} | ${2} | ${'xac'}
    ${'a'}   | ${'c'} | ${2} | ${'ac'}
    ${''}    | ${'c'} | ${2} | ${'c'}
  `('shows $items with $kept kept at $at as $shown', row => {
    const { items, kept, at, shown } = row;
    const [item] = itemsOf(kept);
    const listed = withKept(itemsOf(items), [{ item, at }]);
    expect(listed.map(({ request }) => request.id).join('')).toBe(shown);
    expect(listed).toContain(item);
  });
});
