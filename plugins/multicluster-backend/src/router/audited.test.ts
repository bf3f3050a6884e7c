import { mockServices } from '@backstage/backend-test-utils';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { audited } from './audited';

const STATEMENT =
  "insert into entity_match values ('component:default/secret') - UNIQUE failed";

function failing(error: unknown) {
  const fail = jest.fn();
  const auditor = mockServices.auditor.mock({
    createEvent: async () => ({ success: jest.fn(), fail }),
  });
  const run = audited(auditor, { eventId: 'fleet-fetch' }, async () => {
    throw error;
  });
  return { run, fail };
}

describe('audited', () => {
  it.each([
    ['of the database', new Error(STATEMENT)],
    ['with such a cause', new Error('outer', { cause: new Error(STATEMENT) })],
    [
      'of another back end',
      Object.assign(new Error(STATEMENT), {
        name: 'ResponseError',
        statusCode: 500,
        body: STATEMENT,
      }),
    ],
    ['that is no error', STATEMENT],
  ])(
    'tells the caller nothing of an error %s, and the audit log all',
    async (_, error) => {
      const { run, fail } = failing(error);
      const told = await run.catch(thrown => thrown);
      expect(told).toMatchObject({ name: 'Error', code: 'unforeseen' });
      expect(told.cause).toBeUndefined();
      expect(JSON.stringify({ ...told, text: String(told) })).not.toContain(
        'entity_match',
      );
      const [[{ error: audit }]] = fail.mock.calls;
      expect(audit).toBeInstanceOf(Error);
      // What is thrown and is no Error is wrapped into one for the audit.
      expect(audit === error).toBe(error instanceof Error);
    },
  );

  it.each([new NotFoundError('No workload x'), new NotAllowedError('no')])(
    'passes on what is meant for the caller: %s',
    async error => {
      await expect(failing(error).run).rejects.toBe(error);
    },
  );
});
