import { reported } from '../../__testUtils__/reported';
import { ApprovalDemand } from './ApprovalDemand';
import { demandAt } from './demandAt';
import { groundOf } from './groundOf';
import { toReportedChange } from './toReportedChange';

/** Noted since 10; asked in production from 20 to 30, and since 40; in staging since its first request, which is older. */
const demands: ApprovalDemand[] = [
  { environment: '', since: 10 },
  { environment: 'production', since: 20, until: 30 },
  { environment: 'production', since: 40 },
  { environment: 'staging', since: 6 },
];
const { change } = reported;
const approved = reported.request();

describe('demandAt', () => {
  it.each`
    environment     | at    | expected       | why
    ${'production'} | ${5}  | ${'before'}    | ${'nothing was noted yet'}
    ${'staging'}    | ${5}  | ${'before'}    | ${'no request tells that a policy asked'}
    ${'staging'}    | ${6}  | ${'asked'}     | ${'a request tells so, though nothing was noted'}
    ${'production'} | ${15} | ${'not-asked'} | ${'no policy named it yet'}
    ${'production'} | ${20} | ${'asked'}     | ${'the policy had just come'}
    ${'production'} | ${30} | ${'not-asked'} | ${'the policy had just gone'}
    ${'production'} | ${99} | ${'asked'}     | ${'a policy names it since'}
    ${'test'}       | ${99} | ${'not-asked'} | ${'no policy names it'}
    ${''}           | ${99} | ${'not-asked'} | ${'it is in no environment'}
  `('$expected: $why', ({ environment, at, expected }) => {
    expect(demandAt(demands, environment, at)).toBe(expected);
  });

  it('takes a policy to have asked where nothing is known of that', () => {
    expect(demandAt([], 'test', 1)).toBe('asked');
  });
});

describe('groundOf', () => {
  it.each`
    more                                        | requests      | basis                   | why
    ${{}}                                       | ${[]}         | ${'no-approval-found'}  | ${'a policy asked, and nobody approved'}
    ${{}}                                       | ${[approved]} | ${'approved'}           | ${'it was approved'}
    ${{ at: 5 }}                                | ${[]}         | ${'before-observation'} | ${'nothing was noted yet'}
    ${{ environment: 'test' }}                  | ${[]}         | ${'no-policy'}          | ${'no policy asks there'}
    ${{ environment: undefined }}               | ${[]}         | ${'no-policy'}          | ${'it is in no environment'}
    ${{ firstKnown: true, from: undefined }}    | ${[]}         | ${'before-observation'} | ${'it may have run all along'}
    ${{ firstKnown: true, from: undefined }}    | ${[approved]} | ${'approved'}           | ${'it was approved, whatever ran before'}
    ${{ from: undefined }}                      | ${[]}         | ${'no-approval-found'}  | ${'it is new where nothing was'}
    ${{ at: 25, from: 'v1, w1', to: 'v2, w2' }} | ${[approved]} | ${'no-approval-found'}  | ${'a part alone was approved'}
  `('$basis: $why', ({ more, requests, basis }) => {
    expect(groundOf(change(more), requests, demands).basis).toBe(basis);
  });

  it.each`
    more                       | text
    ${{ at: 5 }}               | ${'It is from before it was noted which environments ask for approval'}
    ${{ firstKnown: true }}    | ${'What ran before is not known: it was not observed yet'}
    ${{ environment: 'test' }} | ${'No policy asked for approval there'}
  `('says so: $text', ({ more, text }) => {
    const one = change(more);
    const { sentence } = toReportedChange(one, groundOf(one, [], demands));
    expect(sentence.text).toBe(text);
  });
});
