import { errorFromResponse } from './errorFromResponse';

const now = Date.parse('2026-11-21T12:00:00Z');

describe('errorFromResponse', () => {
  const status = (fields: object) =>
    JSON.stringify({ kind: 'Status', apiVersion: 'v1', ...fields });

  function error(
    code: number,
    contentType: string,
    body = '',
    retryAfter?: string,
  ) {
    return errorFromResponse(
      'GET /x',
      { status: code, contentType, body, retryAfter },
      { secrets: ['s3cret'], now },
    );
  }

  it.each([
    [401, 'application/json', status({}), 'unauthenticated'],
    [403, 'application/json', status({}), 'forbidden'],
    [404, 'application/json', status({}), 'not-served'],
    [404, 'text/plain', '404 page not found', 'not-served'],
    [404, 'text/html', '<html>', 'not-an-api'],
    [406, 'application/json', status({}), 'not-served'],
    [413, 'application/json', status({}), 'too-large'],
    [429, 'application/json', status({}), 'rate-limited'],
    [
      429,
      'application/json',
      status({ message: 'storage is (re)initializing' }),
      'not-ready',
    ],
    [
      503,
      'application/json',
      status({
        message:
          'the request has been made before all known HTTP paths have been installed, please try again',
      }),
      'not-ready',
    ],
    [503, 'text/plain', 'error trying to reach service', 'unreachable'],
    [503, 'application/json', status({}), 'upstream-error'],
    [504, 'application/json', status({ reason: 'Timeout' }), 'timeout'],
    [500, 'application/json', status({}), 'upstream-error'],
    [500, 'application/json', 'not json', 'upstream-error'],
    [502, 'text/html; charset=utf-8', '<html>', 'not-an-api'],
    [302, 'text/html', '', 'not-an-api'],
    [410, 'application/json', status({ reason: 'Expired' }), 'upstream-error'],
  ])('takes %i %s %p for %s', (code, type, body, expected) => {
    expect(error(code, type, body).code).toBe(expected);
  });

  it('knows that history is gone', () => {
    expect(error(410, 'application/json', status({})).expired).toBe(true);
  });

  it.each([
    ['7', '', 7_000],
    [undefined, status({ details: { retryAfterSeconds: 3 } }), 3_000],
    ['7', status({ details: { retryAfterSeconds: 3 } }), 7_000],
    [undefined, status({ details: { retryAfterSeconds: 0 } }), undefined],
    ['31536000', '', 600_000],
  ])('waits as header %p and body %p say', (header, body, expected) => {
    expect(error(503, 'application/json', body, header).retryAfterMs).toBe(
      expected,
    );
  });

  it('repeats the message of a Status without secrets, and nothing else', () => {
    const told = error(
      403,
      'application/json',
      status({ message: 'no s3cret' }),
    );
    expect(told.message).toBe('GET /x failed: 403 Forbidden: no [redacted]');
    expect(told.statusMessage).toBe('no [redacted]');
    const page = error(500, 'text/html', '<html>s3cret or other');
    expect(page.message).toBe('GET /x failed: 500 Internal Server Error');
    expect(page.statusMessage).toBeUndefined();
  });
});
