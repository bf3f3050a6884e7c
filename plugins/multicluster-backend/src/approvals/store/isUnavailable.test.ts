import { isUnavailable } from './isUnavailable';

describe('isUnavailable', () => {
  it.each([
    ['a connection that was refused', { code: 'ECONNREFUSED' }],
    ['a name that is not resolved just now', { code: 'EAI_AGAIN' }],
    ['a network that leads nowhere', { code: 'EHOSTUNREACH' }],
    ['a server that shuts down', { code: '57P01' }],
    ['too many connections', { code: '53300' }],
    ['a disk that is full', { code: '53100' }],
    ['a standby', { code: '25006' }],
    ['SQLite, on a disk that is full', { code: 'SQLITE_FULL' }],
    ['SQLite, that somebody else writes to', { code: 'SQLITE_BUSY' }],
    ['SQLite, whose file cannot be read', { code: 'SQLITE_IOERR_READ' }],
    ['a pool that is drained', { name: 'KnexTimeoutError' }],
    ['a broken connection', { message: 'Connection terminated unexpectedly' }],
  ])('is %s', (_, error) => {
    expect(isUnavailable(Object.assign(new Error(), error))).toBe(true);
  });

  it.each([
    ['a row that is there already', { code: '23505' }],
    ['a statement that is wrong', { code: '42601' }],
    ['a defect of the portal', { name: 'TypeError' }],
  ])('is not %s', (_, error) => {
    expect(isUnavailable(Object.assign(new Error(), error))).toBe(false);
  });
});
