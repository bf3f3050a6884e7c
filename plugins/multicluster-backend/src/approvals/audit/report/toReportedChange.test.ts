import { Basis } from './basisOf';
import { ReportedRequest } from './ReportedRequest';
import { toReportedChange } from './toReportedChange';

const change = {
  id: 1,
  at: 0,
  source: 'west',
  cluster: 'm1',
  subject: 'Deployment a/b',
  to: 'v1',
  entityRefs: [],
};
const exempt = (exemptionBasis?: 'approved' | 'baseline'): Basis => ({
  basis: 'exempt',
  actors: ['user:default/ann'],
  request: { exemption: 'replicas', exemptionBasis } as ReportedRequest,
});

describe('toReportedChange', () => {
  it.each`
    basis                 | code                      | why
    ${exempt('approved')} | ${'audit.basis.exempt'}   | ${'it was approved before'}
    ${exempt()}           | ${'audit.basis.exempt'}   | ${'nobody noted what it rested on'}
    ${exempt('baseline')} | ${'audit.basis.accepted'} | ${'a person accepted what nobody had approved'}
  `('says $code where $why', ({ basis, code }) => {
    const { sentence, basis: told } = toReportedChange(change, basis);
    expect([told, sentence.code]).toEqual(['exempt', code]);
    expect(sentence.params).toMatchObject({
      actors: 'user:default/ann',
      exemption: [{ code: 'audit.exemption.replicas' }],
    });
  });
});
