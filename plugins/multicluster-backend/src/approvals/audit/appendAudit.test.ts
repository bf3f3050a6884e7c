import { applyMigrations } from '../../inventory/sql/applyMigrations';
import { testDatabases } from '../../inventory/__testUtils__/testDatabases';
import {
  SharedDatabase,
  sharedDatabase,
} from '../../inventory/__testUtils__/sharedDatabase';
import { appendAudit } from './appendAudit';
import { auditHashes } from './auditHashes';
import { verifyAudit } from './verifyAudit';

jest.setTimeout(120_000);

const databases = testDatabases();
const draft = (n: number) => ({
  actor: `user:default/u${n}`,
  action: 'vote.counted',
  requestId: 'r1',
  environment: 'production',
  payload: { n },
});

describe.each(databases.eachSupportedId())('appendAudit on %s', id => {
  let database: SharedDatabase;

  beforeEach(async () => {
    database = await sharedDatabase(databases, id);
    await applyMigrations({}, database.connect());
  });

  afterEach(() => database.remove());

  it('numbers entries from one without gaps, each linked to the one before', async () => {
    const knex = database.connect();
    expect(
      await knex.transaction(trx => appendAudit(trx, [draft(1), draft(2)])),
    ).toBe(2);
    await knex.transaction(trx => appendAudit(trx, draft(3)));
    const rows = await knex('approval_audit').orderBy('seq');
    expect(rows.map(row => Number(row.seq))).toEqual([1, 2, 3]);
    expect(rows.map(row => row.prev_hash)).toEqual([
      auditHashes.first,
      rows[0].hash,
      rows[1].hash,
    ]);
    expect(Math.abs(Number(rows[0].at) - Date.now())).toBeLessThan(60_000);
  });

  it('keeps the order of more entries than one statement takes', async () => {
    const knex = database.connect();
    const drafts = Array.from({ length: 250 }, (_, n) => draft(n));
    expect(await knex.transaction(trx => appendAudit(trx, drafts))).toBe(250);
    const actors = await knex('approval_audit').orderBy('seq').pluck('actor');
    expect(actors).toEqual(drafts.map(({ actor }) => actor));
    expect(await verifyAudit(knex)).toMatchObject({
      entries: 250,
      findings: [],
    });
  });

  it('leaves nothing of what was undone, and no gap', async () => {
    const knex = database.connect();
    await knex.transaction(trx => appendAudit(trx, draft(1)));
    await expect(
      knex.transaction(async trx => {
        await appendAudit(trx, draft(2));
        throw new Error('the transition failed');
      }),
    ).rejects.toThrow('the transition failed');
    await knex.transaction(trx => appendAudit(trx, draft(3)));
    expect(await verifyAudit(knex)).toMatchObject({ entries: 2, findings: [] });
    expect(await knex('approval_audit_payload')).toHaveLength(2);
  });

  it('keeps one order when writers on several connections append at once', async () => {
    const replicas = [
      database.connect(),
      database.connect(),
      database.connect(),
    ];
    await Promise.all(
      Array.from({ length: 60 }, (_, n) =>
        replicas[n % 3].transaction(trx => appendAudit(trx, draft(n))),
      ),
    );
    expect(await verifyAudit(replicas[0])).toMatchObject({
      entries: 60,
      findings: [],
    });
  });

  it('keeps names that hold a NUL or half a character', async () => {
    const knex = database.connect();
    await knex.transaction(trx =>
      appendAudit(trx, {
        actor: 'external:pipecd:\0eve\ud800',
        action: 'request.closed',
        payload: { 'title\0': 'half \ud800 and \0' },
      }),
    );
    expect(await verifyAudit(knex)).toMatchObject({ entries: 1, findings: [] });
  });

  it('appends nothing for no drafts', async () => {
    const knex = database.connect();
    expect(await knex.transaction(trx => appendAudit(trx, []))).toBeUndefined();
  });
});
