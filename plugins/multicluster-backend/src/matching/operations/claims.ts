import { createHash } from 'node:crypto';
import { Knex } from 'knex';
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

/** Hashes of stored claims, by entity. */
export async function readClaimHashes(
  knex: Knex,
): Promise<Map<string, string>> {
  const rows = await knex<ClaimRow>('entity_claim').select(
    'entity_ref',
    'hash',
  );
  return new Map(rows.map(row => [row.entity_ref, row.hash]));
}

/**
 * Stores claims as seen at a time.
 *
 * @param options - `matched: false` leaves the hash empty, so that the claim counts as not matched yet
 */
export async function upsertClaims(
  knex: Knex,
  claims: EntityClaim[],
  seenAt: number,
  options?: { matched: boolean },
): Promise<void> {
  const rows: ClaimRow[] = claims.map(claim => ({
    entity_ref: claim.entityRef,
    hash: options?.matched === false ? '' : claimHash(claim),
    claim: JSON.stringify(claim),
    owner_ref: claim.ownerRef ?? null,
    system_ref: claim.systemRef ?? null,
    seen_at: seenAt,
  }));
  for (const part of chunks(rows, 100)) {
    await knex('entity_claim').insert(part).onConflict('entity_ref').merge();
  }
}

/**
 * Forgets claims not seen since, and gives their entities back; call only after the catalog was read to its end.
 */
export async function deleteClaimsBefore(
  knex: Knex,
  seenAt: number,
): Promise<string[]> {
  // Not `delete().returning()`: on SQLite it answers with a count.
  const refs: string[] = await knex('entity_claim')
    .where('seen_at', '<', seenAt)
    .pluck('entity_ref');
  for (const part of chunks(refs, 100)) {
    await knex('entity_claim')
      .whereIn('entity_ref', part)
      .where('seen_at', '<', seenAt)
      .delete();
  }
  return refs;
}

/** Forgets the claim of one entity. */
export async function deleteClaim(
  knex: Knex,
  entityRef: string,
): Promise<void> {
  await knex('entity_claim').where({ entity_ref: entityRef }).delete();
}
