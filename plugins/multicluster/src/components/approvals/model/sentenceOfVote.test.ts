import { sentenceOfVote } from './sentenceOfVote';

describe('sentenceOfVote', () => {
  it.each`
    reason               | text
    ${'policy-changed'}  | ${'By the policy as it is now it does not count'}
    ${'subject-changed'} | ${'What is decided about changed'}
    ${'replaced'}        | ${'Another vote took its place'}
    ${'IS_AUTHOR'}       | ${'Who cast it asked for the change or wrote it'}
    ${'NOT_ELIGIBLE'}    | ${'Who cast it is not among those who decide any more'}
    ${'not-eligible'}    | ${'Who cast it is not among those who decide any more'}
  `('says of $reason: $text', ({ reason, text }) => {
    expect(sentenceOfVote(reason).text).toBe(text);
  });
});
