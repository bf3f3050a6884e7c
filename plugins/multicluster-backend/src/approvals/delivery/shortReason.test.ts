import { shortReason } from './shortReason';

describe('shortReason', () => {
  it.each([
    ['connect ECONNREFUSED 10.0.0.1:443', 'connect ECONNREFUSED 10.0.0.1:443'],
    ['401 for Bearer abc.def.ghi', '401 for Bearer …'],
    ['GET https://user:pass@host/path?token=x failed', 'GET … failed'],
    ['{"token": "s3cret"}', '{"token": …'],
    ['one\ntwo\u001b[31m', 'one two [31m'],
  ])('tells of %p only what anybody may read', (message, expected) => {
    expect(shortReason(new Error(message))).toBe(expected);
  });

  it('leaves out what was sent along, whatever it looks like and wherever it stands', () => {
    const said = new Error('hush is nobody\n(hush)');
    expect(shortReason(said, 'hush')).toBe('… is nobody (…)');
    expect(shortReason(said, '')).toBe('hush is nobody (hush)');
  });

  it('is never longer than 200 characters', () => {
    expect(shortReason('x'.repeat(5000))).toHaveLength(200);
  });
});
