import { RequestRecord } from '../model/RequestRecord';
import { wasApproved } from './wasApproved';

type Given = Parameters<typeof wasApproved>[0];

const yes = { decision: 'approve' as const };
const no = { decision: 'reject' as const };
const past = { by: 'a', reason: 'x', reviewBy: 1, reviewedBy: 'b' };
const without = (
  exemptionBasis?: RequestRecord['detail']['exemptionBasis'],
): Partial<Given> => ({ detail: { exemption: 'replicas', exemptionBasis } });

describe('wasApproved', () => {
  it.each`
    votes         | request                   | approved | why
    ${[yes, yes]} | ${{}}                     | ${true}  | ${'people voted for it'}
    ${[]}         | ${{}}                     | ${false} | ${'nobody did'}
    ${[no]}       | ${{ decision: 'reject' }} | ${false} | ${'it was rejected'}
    ${[yes]}      | ${{ breakGlass: past }}   | ${false} | ${'it was decided past the rules'}
    ${[]}         | ${without('approved')}    | ${true}  | ${'it was approved before'}
    ${[yes]}      | ${without('baseline')}    | ${false} | ${'somebody accepted what nobody had approved'}
    ${[yes]}      | ${without()}              | ${false} | ${'nobody noted what it rested on'}
  `('$approved where $why', ({ votes, request, approved }) => {
    const given: Given = { decision: 'approve', detail: {}, ...request };
    expect(wasApproved(given, votes)).toBe(approved);
  });
});
