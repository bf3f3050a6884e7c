import { ResponseError } from '@backstage/errors';
import { errorStatus } from './errorStatus';

describe('errorStatus', () => {
  it.each([
    [Object.assign(new Error('x'), { statusCode: 503 }), 503],
    [new Error('failed to fetch'), undefined],
    [Object.assign(new Error('x'), { statusCode: 'odd' }), undefined],
    ['text', undefined],
    [undefined, undefined],
    [null, undefined],
  ])('of %s is %s', (error, status) => {
    expect(errorStatus(error)).toBe(status);
  });

  it('is that of the response for what the API client throws', async () => {
    const error = await ResponseError.fromResponse({
      ok: false,
      status: 403,
      statusText: 'Forbidden',
      headers: new Headers(),
      text: async () => '',
    } as Response);
    expect(errorStatus(error)).toBe(403);
  });
});
