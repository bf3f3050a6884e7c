import { mockServices } from '@backstage/backend-test-utils';
import knexFactory from 'knex';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configureSqlite } from './configureSqlite';

describe('configureSqlite', () => {
  const directory = mkdtempSync(join(tmpdir(), 'inventory-'));
  afterAll(() => rmSync(directory, { recursive: true }));

  async function configured(filename: string) {
    const knex = knexFactory({
      client: 'better-sqlite3',
      connection: { filename },
      useNullAsDefault: true,
      log: { error() {}, warn() {} },
    });
    const logger = mockServices.logger.mock();
    await configureSqlite(knex, logger);
    return { knex, logger };
  }

  it('lets readers read while a sweep writes to a file', async () => {
    const { knex, logger } = await configured(join(directory, 'a.sqlite'));
    expect(await knex.raw('PRAGMA journal_mode')).toEqual([
      { journal_mode: 'wal' },
    ]);
    expect(await knex.raw('PRAGMA synchronous')).toEqual([{ synchronous: 1 }]);
    expect(await knex.raw('PRAGMA busy_timeout')).toEqual([{ timeout: 5000 }]);
    expect(logger.warn).not.toHaveBeenCalled();
    await knex.destroy();
  });

  it('warns that what is kept in memory is read anew after each restart', async () => {
    const { knex, logger } = await configured(':memory:');
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logger.warn.mock.calls[0][0]).toContain('kept in memory');
    await knex.destroy();
  });

  it('sets up a connection that replaces a broken one too', async () => {
    const { knex } = await configured(join(directory, 'b.sqlite'));
    const broken = await knex.client.acquireConnection();
    broken.__knex__disposed = new Error('broken');
    await knex.client.releaseConnection(broken);
    expect(await knex.raw('PRAGMA synchronous')).toEqual([{ synchronous: 1 }]);
    await knex.destroy();
  });
});
