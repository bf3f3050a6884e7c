import { sentenceOfEffect } from './sentenceOfEffect';

const breakGlass = { by: 'user:default/eve', reason: 'down', reviewBy: 0 };

describe('sentenceOfEffect', () => {
  it.each`
    decision     | past          | exemption     | code
    ${undefined} | ${undefined}  | ${undefined}  | ${'approval.applied'}
    ${'approve'} | ${undefined}  | ${undefined}  | ${'approval.applied'}
    ${'approve'} | ${breakGlass} | ${undefined}  | ${'approval.appliedPast'}
    ${'approve'} | ${undefined}  | ${'replicas'} | ${'approval.appliedExempt'}
    ${'reject'}  | ${undefined}  | ${undefined}  | ${'approval.rejected'}
    ${'reject'}  | ${breakGlass} | ${undefined}  | ${'approval.rejected'}
  `(
    'of $decision is $code, exempt for $exemption',
    ({ decision, past, exemption, code }) => {
      const request = { decision, breakGlass: past, detail: { exemption } };
      expect(sentenceOfEffect(request).code).toBe(code);
    },
  );
});
