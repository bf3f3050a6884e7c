import { createHash } from 'node:crypto';
import { Knex } from 'knex';
import { inList } from '../../inventory/sql/inList';
import { chunks } from '../../util/chunks';
import { parseJson } from '../../util/parseJson';
import { EntityClaim } from '../rules';

interface ClaimRow {
  entity_ref: string;
  hash: string;
  claim: string;
  owner_ref: string | null;
  system_ref: string | null;
  seen_at: number;
}

/** Hash of everything a claim is made from. */
export function claimHash(claim: EntityClaim | undefined): string {
  return claim
    ? createHash('sha256').update(JSON.stringify(claim)).digest('base64url')
    : '';
}

/** Every stored claim. */
export async function readClaims(knex: Knex): Promise<EntityClaim[]> {
  const rows = await knex<ClaimRow>('entity_claim').select('claim');
  return rows.flatMap(
    row => parseJson<EntityClaim | undefined>(row.claim, undefined) ?? [],
  );
}

/** The hash of one stored claim; empty when there is none. */
export async function readClaimHash(
  knex: Knex,
  entityRef: string,
): Promise<string> {
  const row = await knex<ClaimRow>('entity_claim')
    .where({ entity_ref: entityRef })
    .first('hash');
  return row?.hash ?? '';
}

/** When the newest claim was stored; 0 when there is none. */
export async function readNewestClaim(knex: Knex): Promise<number> {
  const row = await knex('entity_claim').max({ newest: 'seen_at' }).first();
  return Number(row?.newest ?? 0);
}

/** A stored claim, without what it says. */
export interface StoredClaim {
  hash: string;
  /** Milliseconds since the epoch; later than every claim stored before it. */
  seenAt: number;
}

/** What is stored, by entity. */
export async function readStoredClaims(
  knex: Knex,
): Promise<Map<string, StoredClaim>> {
  const rows = await knex<ClaimRow>('entity_claim').select(
    'entity_ref',
    'hash',
    'seen_at',
  );
  return new Map(
    rows.map(row => [
      row.entity_ref,
      { hash: row.hash, seenAt: Number(row.seen_at) },
    ]),
  );
}

/**
 * Stores claims that are not matched yet: without a hash, so that a crash in between makes the next question try again.
 * Call with the lock: their time must be later than that of every other, or a replica whose clock is behind would not show
 * the others that a claim has changed.
 */
export async function storeClaims(
  knex: Knex,
  claims: EntityClaim[],
): Promise<void> {
  await upsertClaims(
    knex,
    claims.map(claim => ({ claim, hash: '' })),
  );
}

/** Notes that claims are matched, unless they say something else meanwhile. Call with the lock. */
export async function storeMatched(
  knex: Knex,
  claims: EntityClaim[],
): Promise<void> {
  const rows = await knex<ClaimRow>('entity_claim')
    .where(
      inList(
        knex,
        'entity_ref',
        claims.map(claim => claim.entityRef),
        'text',
      ),
    )
    .select('entity_ref', 'claim');
  const stored = new Map(rows.map(row => [row.entity_ref, row.claim]));
  await upsertClaims(
    knex,
    claims
      .filter(claim => stored.get(claim.entityRef) === JSON.stringify(claim))
      .map(claim => ({ claim, hash: claimHash(claim) })),
  );
}

async function upsertClaims(
  knex: Knex,
  claims: Array<{ claim: EntityClaim; hash: string }>,
): Promise<void> {
  if (claims.length === 0) {
    return;
  }
  const seenAt = Math.max(Date.now(), (await readNewestClaim(knex)) + 1);
  const rows: ClaimRow[] = claims.map(({ claim, hash }) => ({
    entity_ref: claim.entityRef,
    hash,
    claim: JSON.stringify(claim),
    owner_ref: claim.ownerRef ?? null,
    system_ref: claim.systemRef ?? null,
    seen_at: seenAt,
  }));
  for (const part of chunks(rows, 100)) {
    await knex('entity_claim').insert(part).onConflict('entity_ref').merge();
  }
}

/** Forgets entities and their matches together: nobody would look for matches of a claim that is gone. */
export async function deleteClaims(
  knex: Knex,
  entityRefs: string[],
): Promise<void> {
  for (const table of ['entity_match', 'pipeline_match', 'entity_claim']) {
    await knex(table)
      .where(inList(knex, 'entity_ref', entityRefs, 'text'))
      .delete();
  }
}
