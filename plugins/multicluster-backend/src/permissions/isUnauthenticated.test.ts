import {
  AuthenticationError,
  NotAllowedError,
  ResponseError,
} from '@backstage/errors';
import { isUnauthenticated } from './isUnauthenticated';

const answered = (status: number) =>
  ResponseError.fromResponse(new Response('', { status }));

describe('isUnauthenticated', () => {
  it.each`
    what                     | error                                      | is
    ${'an old token here'}   | ${async () => new AuthenticationError('')} | ${true}
    ${'an old token there'}  | ${() => answered(401)}                     | ${true}
    ${'a right denied here'} | ${async () => new NotAllowedError('no')}   | ${false}
    ${'a failure there'}     | ${() => answered(503)}                     | ${false}
  `('$what: $is', async ({ error, is }) => {
    expect(isUnauthenticated(await error())).toBe(is);
  });
});
