import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Knex } from 'knex';
import { testDatabases } from '../../inventory/__testUtils__/testDatabases';
import { applyMigrations } from '../../inventory/sql/applyMigrations';
import { appendAudit } from './appendAudit';
import { AuditCheckpoints } from './AuditCheckpoints';
import { auditHashes } from './auditHashes';
import { auditRows } from './auditRows';
import { CheckpointFile } from './CheckpointFile';
import { CheckpointKey } from './CheckpointKey';
import { eraseAudit } from './eraseAudit';
import { verifyAudit } from './verifyAudit';

jest.setTimeout(120_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())('verifyAudit on %s', id => {
  let knex: Knex;
  let directory: string;
  let checkpoints: AuditCheckpoints;
  const path = (name: string) => join(directory, name);
  const append = (count: number) =>
    knex.transaction(trx =>
      appendAudit(
        trx,
        Array.from({ length: count }, (_, n) => ({
          actor: `user:default/u${n}`,
          action: 'vote.counted',
          requestId: 'r1',
          environment: 'production',
          payload: { comment: `because ${n}` },
        })),
      ),
    );

  beforeEach(async () => {
    knex = await databases.init(id);
    await applyMigrations({}, knex);
    directory = mkdtempSync(join(tmpdir(), 'audit-'));
    const { privateKey } = generateKeyPairSync('ed25519');
    writeFileSync(
      path('key.pem'),
      privateKey.export({ type: 'pkcs8', format: 'pem' }),
    );
    checkpoints = AuditCheckpoints.create({
      knex,
      file: path('checkpoints.jsonl'),
      keyFile: path('key.pem'),
    });
    await append(10);
  });

  afterEach(async () => {
    await knex.destroy();
    rmSync(directory, { recursive: true, force: true });
  });

  async function signed() {
    const key = await CheckpointKey.read(path('key.pem'));
    return CheckpointFile.at(path('checkpoints.jsonl')).read([key]);
  }
  const look = async () => verifyAudit(knex, await signed());
  async function first() {
    const { findings } = await look();
    return findings[0] && `${findings[0].seq} ${findings[0].kind}`;
  }
  const table = () => knex('approval_audit');

  it('finds nothing in a trail as it was written, and says what it cannot prove', async () => {
    await checkpoints.write();
    await append(2);
    const verdict = await look();
    expect(verdict).toMatchObject({
      entries: 12,
      lastSeq: 12,
      findings: [],
      erased: 0,
      checkpoints: { verified: 1, lastSeq: 10 },
    });
    expect(verdict.limits.join('\n')).toContain('Entries after 10');
    expect((await verifyAudit(knex)).limits.join('\n')).toContain(
      'Nothing signed',
    );
  });

  it.each`
    column           | value                  | finding
    ${'action'}      | ${'vote.withdrawn'}    | ${'4 edited'}
    ${'environment'} | ${'test'}              | ${'4 edited'}
    ${'request_id'}  | ${null}                | ${'4 edited'}
    ${'at'}          | ${1}                   | ${'4 edited'}
    ${'actor'}       | ${'user:default/evil'} | ${'4 payload-edited'}
    ${'prev_hash'}   | ${'0'.repeat(64)}      | ${'4 edited'}
  `(
    'S18: finds that the $column of a row was edited',
    async ({ column, value, finding }) => {
      await table()
        .where({ seq: 4 })
        .update({ [column]: value });
      expect(await first()).toBe(finding);
    },
  );

  it('S18: finds that a payload was edited, or taken away without a word', async () => {
    await knex('approval_audit_payload')
      .where({ seq: 4 })
      .update({ payload: '{}' });
    expect(await first()).toBe('4 payload-edited');
    await knex('approval_audit_payload').where({ seq: 4 }).delete();
    expect(await first()).toBe('4 payload-missing');
  });

  it('S18: finds a row that was edited and hashed anew, by the one behind it', async () => {
    const [row] = await auditRows.select(knex, { after: 3, upTo: 4 }, 1);
    const hash = auditHashes.ofEntry({ ...row, action: 'vote.withdrawn' });
    await table().where({ seq: 4 }).update({ action: 'vote.withdrawn', hash });
    expect(await first()).toBe('5 unlinked');
  });

  it('S18: finds rows that were deleted', async () => {
    await table().whereIn('seq', [4, 5]).delete();
    const { findings } = await look();
    expect(findings[0]).toMatchObject({
      kind: 'deleted',
      seq: 4,
      text: 'Entries 4 to 5 are missing',
    });
  });

  it('S18: finds that the beginning was deleted', async () => {
    await table().where('seq', '<', 3).delete();
    expect(await first()).toBe('1 deleted');
  });

  it('S18: finds rows that were reordered', async () => {
    await table().where({ seq: 4 }).update({ seq: 99 });
    await table().where({ seq: 6 }).update({ seq: 4 });
    await table().where({ seq: 99 }).update({ seq: 6 });
    const { findings } = await look();
    expect(findings[0]).toMatchObject({
      kind: 'reordered',
      seq: 4,
      text: 'What stands at 4 was written as entry 6',
    });
  });

  it('S18: finds a tail that was cut off, by the signed checkpoint and by nothing else', async () => {
    await checkpoints.write();
    await table().where('seq', '>', 7).delete();
    expect((await verifyAudit(knex)).findings).toEqual([]);
    expect(await first()).toBe('8 truncated');
  });

  it('S18: finds a trail that was written anew as a whole', async () => {
    await checkpoints.write();
    await table().delete();
    await knex('approval_audit_payload').delete();
    await append(12);
    expect((await verifyAudit(knex)).findings).toEqual([]);
    expect(await first()).toBe('10 rewritten');
  });

  it('S18: finds that the file of checkpoints lost its end, or was forged', async () => {
    await checkpoints.write();
    await append(1);
    await checkpoints.write();
    const file = path('checkpoints.jsonl');
    const [one, two] = readFileSync(file, 'utf8').trim().split('\n');
    writeFileSync(file, `${one}\n`);
    expect(await first()).toBe('11 checkpoint-missing');
    writeFileSync(file, `${one}\n${two.replace('"seq":11', '"seq":12')}\n`);
    expect((await look()).findings.map(({ kind }) => kind)).toContain(
      'checkpoint-forged',
    );
    writeFileSync(file, `${two}\n`);
    expect((await look()).findings[0]).toMatchObject({
      kind: 'checkpoint-forged',
      text: expect.stringContaining('behind another line'),
    });
  });

  it('accepts no checkpoint of another key', async () => {
    await checkpoints.write();
    const { publicKey } = generateKeyPairSync('ed25519');
    const other = CheckpointKey.ofPem(
      publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    );
    const read = await CheckpointFile.at(path('checkpoints.jsonl')).read([
      other,
    ]);
    expect(read).toMatchObject({
      checkpoints: [],
      findings: [{ kind: 'checkpoint-forged' }],
    });
  });

  it('checks with the public half of the key alone', async () => {
    await checkpoints.write();
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const body = { v: 1 as const, seq: 1, hash: 'h', at: 'now', previous: '' };
    const made = CheckpointKey.ofPem(
      privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    ).sign(body);
    const half = CheckpointKey.ofPem(
      publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    );
    expect(half.holds(made)).toBe(true);
    expect(half.holds({ ...made, seq: 2 })).toBe(false);
    expect(() => half.sign(body)).toThrow('signs nothing');
  });

  it('writes a checkpoint only when the trail has grown', async () => {
    expect(await checkpoints.write()).toBe(10);
    expect(await checkpoints.write()).toBeUndefined();
    await append(1);
    expect(await checkpoints.write()).toBe(11);
    expect(readFileSync(path('checkpoints.jsonl'), 'utf8')).not.toContain(
      'PRIVATE',
    );
  });

  it('erases what entries say of people, and the chain still holds', async () => {
    await checkpoints.write();
    expect(
      await eraseAudit(knex, {
        seqs: [3, 4, 4, 500],
        actor: 'operator',
        reason: 'asked to be forgotten',
      }),
    ).toBe(2);
    const verdict = await look();
    expect(verdict).toMatchObject({ entries: 11, findings: [], erased: 2 });
    expect(verdict.limits.join('\n')).toContain('2 payloads were erased');
    const rows = await table().whereIn('seq', [3, 4]).select('actor');
    expect(rows).toEqual([{ actor: 'erased' }, { actor: 'erased' }]);
    expect(await knex('approval_audit_payload').whereIn('seq', [3, 4])).toEqual(
      [],
    );
  });

  it('finds a name that was put where one was erased', async () => {
    await eraseAudit(knex, { seqs: [3], actor: 'operator', reason: 'asked' });
    await table().where('seq', 3).update({ actor: 'user:default/mallory' });
    expect(await look()).toMatchObject({
      findings: [{ kind: 'payload-edited', seq: 3 }],
    });
  });

  it('keeps what says that something was erased', async () => {
    const erase = (seqs: number[], reason = 'asked') =>
      eraseAudit(knex, { seqs, actor: 'operator', reason });
    await erase([1]);
    await expect(erase([11])).rejects.toThrow('so it stays');
    await expect(erase([2], ' ')).rejects.toThrow('a reason');
    await expect(erase([])).rejects.toThrow('Name from 1');
    expect(await erase([1])).toBe(0);
  });
});
