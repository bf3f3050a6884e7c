import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { errorStatus } from './errorStatus';

describe('errorStatus', () => {
  it.each([
    [Object.assign(new Error('x'), { statusCode: 503 }), 503],
    [new NotAllowedError('x'), 403],
    [new NotFoundError('x'), 404],
    [new Error('failed to fetch'), undefined],
    ['text', undefined],
    [undefined, undefined],
  ])('of %s is %s', (error, status) => {
    expect(errorStatus(error)).toBe(status);
  });
});
