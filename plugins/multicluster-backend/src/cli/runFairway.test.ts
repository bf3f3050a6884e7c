import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import knexFactory, { Knex } from 'knex';
import { appendAudit } from '../approvals/audit/appendAudit';
import { AuditCheckpoints } from '../approvals/audit/AuditCheckpoints';
import { applyMigrations } from '../inventory/sql/applyMigrations';
import { runFairway } from './runFairway';

jest.setTimeout(120_000);

describe('fairway audit', () => {
  let directory: string;
  let knex: Knex;
  let lines: string[];
  const path = (name: string) => join(directory, name);

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'fairway-'));
    mkdirSync(path('data'));
    knex = knexFactory({
      client: 'better-sqlite3',
      connection: { filename: path('data/multicluster.sqlite') },
      useNullAsDefault: true,
    });
    await applyMigrations({}, knex);
    await knex.transaction(trx =>
      appendAudit(
        trx,
        [1, 2, 3, 4].map(n => ({
          actor: `user:default/u${n}`,
          action: 'vote.counted',
          payload: { n },
        })),
      ),
    );
    const { privateKey } = generateKeyPairSync('ed25519');
    writeFileSync(
      path('key.pem'),
      privateKey.export({ type: 'pkcs8', format: 'pem' }),
    );
    writeFileSync(
      path('app-config.yaml'),
      JSON.stringify({
        backend: {
          database: {
            client: 'better-sqlite3',
            connection: { directory: path('data') },
          },
        },
        multicluster: {
          approvals: {
            audit: {
              checkpoints: {
                file: path('checkpoints.jsonl'),
                keyFile: path('key.pem'),
              },
            },
          },
        },
      }),
    );
    await AuditCheckpoints.create({
      knex,
      file: path('checkpoints.jsonl'),
      keyFile: path('key.pem'),
    }).write();
    lines = [];
  });

  afterEach(async () => {
    await knex.destroy();
    rmSync(directory, { recursive: true, force: true });
  });

  const run = (...argv: string[]) =>
    runFairway([...argv, '--config', path('app-config.yaml')], line =>
      lines.push(line),
    );

  it('ends with 0 and says what it cannot prove when all is as it was written', async () => {
    expect(await run('audit', 'verify')).toBe(0);
    expect(lines.slice(0, 4)).toEqual([
      '4 entries, the last is 4',
      expect.stringContaining('1 checkpoints hold, the last is of entry 4'),
      'Everything is as it was written',
      'What this cannot prove:',
    ]);
  });

  it('ends with 1 and names the first entry that is not', async () => {
    await knex('approval_audit').where('seq', '>', 2).delete();
    expect(await run('audit', 'verify')).toBe(1);
    expect(lines).toContain('First entry that is not as it was written: 3');
    lines = [];
    expect(await run('audit', 'verify', '--json')).toBe(1);
    expect(JSON.parse(lines.join('\n')).findings[0]).toMatchObject({
      kind: 'truncated',
      seq: 3,
    });
  });

  it('ends with 2 when it could not look: a key or a file of checkpoints that is not there must not read as sound', async () => {
    rmSync(path('key.pem'));
    expect(await run('audit', 'verify')).toBe(2);
    expect(lines.join()).toContain('could not be looked at');
    expect(await run('audit', 'nothing')).toBe(2);
    expect(
      await run('audit', 'verify', '--checkpoints', path('mistyped.jsonl')),
    ).toBe(2);
    expect(lines.at(-1)).toContain('file of checkpoints is not there');
    rmSync(path('checkpoints.jsonl'));
    await knex('approval_checkpoint').delete();
    await knex('approval_audit').where('seq', '>', 2).delete();
    expect(await run('audit', 'verify')).toBe(2);
    await knex.schema.dropTable('approval_audit');
    expect(await run('audit', 'verify')).toBe(2);
  });

  it('signs an entry once, also when it was cut off between the file and the database', async () => {
    await knex('approval_checkpoint').delete();
    const file = path('checkpoints.jsonl');
    await AuditCheckpoints.create({
      knex,
      file,
      keyFile: path('key.pem'),
    }).write();
    expect(await run('audit', 'verify')).toBe(0);
    expect(lines[1]).toContain('1 checkpoints hold, the last is of entry 4');
  });

  it('erases payloads, and the trail is sound after that', async () => {
    const erase = ['audit', 'erase', '--seq', '2', '--actor', 'operator'];
    expect(await run(...erase)).toBe(2);
    expect(await run(...erase, '--reason', 'asked to be forgotten')).toBe(0);
    expect(lines.at(-1)).toBe('1 payloads erased');
    expect(await run('audit', 'verify')).toBe(0);
  });
});
