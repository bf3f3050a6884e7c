import { Gate, sentence } from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { inList } from '../../inventory/sql/inList';
import { PortalGates, RunName } from '../../views/runs/PortalGates';
import { toIso } from '../../views/toIso';
import { requiredOf } from '../rules/policy/requiredOf';
import { quorumProgress } from '../rules/quorum/quorumProgress';
import { windowStateAt } from '../rules/windows/windowStateAt';
import { findStop } from '../stops/findStop';
import { selectStops } from '../stops/selectStops';
import { StopRecord } from '../stops/StopRecord';
import { ApprovalClock } from '../store/DatabaseClock';
import { ofColumn } from '../store/ofColumn';
import { Row } from '../store/Row';
import { gateStateOf } from './gateStateOf';
import { portalGateOf } from './portalGateOf';
import { RequestParts } from './RequestParts';
import { selectOwners } from './selectOwners';
import { selectRequestParts } from './selectRequestParts';

const { text, number } = ofColumn;

interface Options {
  knex: Knex;
  clock: ApprovalClock;
}

/** What open requests are shown by, read once for all of them. */
interface Context {
  now: number;
  stops: StopRecord[];
  owners: (id: string) => string[];
}

/** {@inheritDoc PortalGates} */
export class PortalGateReader implements PortalGates {
  static create(options: Options): PortalGates {
    return new PortalGateReader(options);
  }

  readonly #options: Options;

  private constructor(options: Options) {
    this.#options = options;
  }

  async of(
    runs: readonly RunName[],
    which: 'open' | 'all',
  ): Promise<(run: RunName) => Gate[]> {
    const rows = await this.#select(runs, which);
    const open = await this.#open(
      rows.filter(row => row.closed_at === null).map(({ id }) => String(id)),
    );
    const found = new Map<string, Gate[]>();
    for (const row of rows) {
      const gate =
        row.closed_at === null
          ? open(String(row.id), text(row.stage_id))
          : toClosedGate(row);
      const key = keyOf({
        source: String(row.source),
        key: String(row.run_key),
      });
      if (gate) {
        found.set(key, [...(found.get(key) ?? []), gate]);
      }
    }
    return run => found.get(keyOf(run)) ?? [];
  }

  async #select(
    runs: readonly RunName[],
    which: 'open' | 'all',
  ): Promise<Row[]> {
    const { knex } = this.#options;
    if (runs.length === 0) {
      return [];
    }
    const query = knex('approval_request as r')
      .leftJoin('approval_pull as p', 'p.request_id', 'r.id')
      .where(
        inList(knex, 'r.run_key', new Set(runs.map(({ key }) => key)), 'text'),
      )
      .whereIn('r.source', [...new Set(runs.map(({ source }) => source))])
      .where('r.kind', 'pull')
      .orderBy(['r.created_at', 'r.id'])
      .select(
        'r.id',
        'r.source',
        'r.run_key',
        'r.gate_id',
        'r.generation',
        'r.state',
        'r.decision',
        'r.enforcement',
        'r.created_at',
        'r.closed_at',
        'p.stage_id',
      );
    return which === 'open' ? query.whereNull('r.closed_at') : query;
  }

  async #open(
    ids: string[],
  ): Promise<(id: string, stageId: string | undefined) => Gate | undefined> {
    const { knex, clock } = this.#options;
    if (ids.length === 0) {
      return () => undefined;
    }
    const now = await clock.now(knex);
    const [parts, owners, stops] = await Promise.all([
      selectRequestParts(knex, ids),
      selectOwners(knex, ids),
      selectStops(knex, now),
    ]);
    const byId = new Map(parts.map(part => [part.request.id, part]));
    return (id, stageId) => {
      const part = byId.get(id);
      return part && toOpenGate(part, stageId, { now, stops, owners });
    };
  }
}

function toOpenGate(
  parts: RequestParts,
  stageId: string | undefined,
  { now, stops, owners }: Context,
): Gate {
  const { request, votes } = parts;
  const counted = votes.filter(
    ({ status, generation, decision }) =>
      status === 'counted' &&
      decision === 'approve' &&
      generation === request.generation,
  );
  const groups = new Map(counted.map(vote => [vote.voter, vote.groups]));
  const own = owners(request.id);
  const stop = findStop(stops, request);
  return portalGateOf(parts, {
    now,
    owners: own,
    window: windowStateAt(request.policy.windows, now),
    quorum: quorumProgress(requiredOf(request), [...groups.keys()], {
      groupsOf: ref => groups.get(ref) ?? [],
      owners: own,
    }),
    ...(stageId && { stageId }),
    ...(stop && { stop }),
  });
}

/** Of what is over its times alone are asked for. */
function toClosedGate(row: Row): Gate {
  const title = text(row.gate_id) ?? '';
  return {
    id: `portal:${row.id}`,
    ...(row.stage_id !== null && { stageId: String(row.stage_id) }),
    state: gateStateOf({
      state: row.state as Parameters<typeof gateStateOf>[0]['state'],
      decision: text(row.decision) as 'approve' | 'reject' | undefined,
    }),
    version: String(row.generation),
    title,
    approvers: [],
    anyone: false,
    quorum: { kind: 'none-declared', received: 0 },
    decisions: [],
    openedAt: toIso(number(row.created_at)!),
    closedAt: toIso(number(row.closed_at)!),
    enforcement: row.enforcement as Gate['enforcement'],
    identityModes: ['pull'],
    actionable: false,
    sentence: sentence(`approval.${row.state}`),
    requestId: String(row.id),
  };
}

function keyOf({ source, key }: RunName): string {
  return JSON.stringify([source, key]);
}
