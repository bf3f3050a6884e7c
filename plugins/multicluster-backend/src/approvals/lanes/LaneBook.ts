import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { Row } from '../store/Row';
import { ArmedLane, ArmedLaneDetail } from './ArmedLane';
import { LaneRef } from './LaneRef';

/** Which lanes the portal holds, who armed them and when. A source's own note says so too; this says it when the source is away. */
export class LaneBook {
  static create(knex: Knex): LaneBook {
    return new LaneBook(knex);
  }

  readonly #knex: Knex;

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** All that are armed, oldest first. */
  async armed(): Promise<ArmedLane[]> {
    const rows: Row[] = await this.#knex('approval_lane')
      .whereNull('disarmed_at')
      .orderBy(['armed_at', 'id']);
    return rows.map(laneOf);
  }

  /** Undefined: it is not armed. */
  async find(
    { source, policyKey }: LaneRef,
    knex: Knex = this.#knex,
  ): Promise<ArmedLane | undefined> {
    const row: Row | undefined = await knex('approval_lane')
      .where({ source, policy_key: policyKey })
      .whereNull('disarmed_at')
      .first();
    return row && laneOf(row);
  }

  /** One that is armed already stays as it is. */
  async arm(
    trx: Knex.Transaction,
    lane: Omit<ArmedLane, 'id'>,
  ): Promise<ArmedLane> {
    const known = await this.find(lane, trx);
    if (known) {
      return known;
    }
    const armed = { ...lane, id: randomUUID() };
    await trx('approval_lane').insert({
      id: armed.id,
      source: armed.source,
      policy_key: armed.policyKey,
      armed_by: armed.armedBy,
      armed_at: armed.armedAt,
      detail: JSON.stringify(armed.detail),
    });
    return armed;
  }

  async disarm(
    trx: Knex.Transaction,
    { source, policyKey }: LaneRef,
    { by, at }: { by: string; at: number },
  ): Promise<void> {
    await trx('approval_lane')
      .where({ source, policy_key: policyKey })
      .whereNull('disarmed_at')
      .update({ disarmed_at: at, disarmed_by: by });
  }

  /** Notes the policy and what it has placed, for when it is deleted. */
  async remember(
    lane: ArmedLane,
    seen: Pick<ArmedLaneDetail, 'policy' | 'placements'>,
  ): Promise<void> {
    const placements = [...seen.placements].sort();
    const detail = { ...lane.detail, policy: seen.policy, placements };
    if (JSON.stringify(detail) === JSON.stringify(lane.detail)) {
      return;
    }
    await this.#knex('approval_lane')
      .where({ id: lane.id })
      .update({ detail: JSON.stringify(detail) });
  }
}

function laneOf(row: Row): ArmedLane {
  return {
    id: String(row.id),
    source: String(row.source),
    policyKey: String(row.policy_key),
    armedBy: String(row.armed_by),
    armedAt: Number(row.armed_at),
    detail: JSON.parse(String(row.detail)),
  };
}
