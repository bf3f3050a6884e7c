import { PolicyFact } from '@fairway/backstage-plugin-multicluster-node';
import { Coverage } from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { inList } from '../../inventory/sql/inList';
import { SourceRegistry } from '../../service/SourceRegistry';
import { LaneBody, LaneListRequest } from '../../service/LaneService';
import { chunks } from '../../util/chunks';
import { FleetHealthReader } from '../../views/health/FleetHealthReader';
import { RequestRecord } from '../model/RequestRecord';
import { windowStateAt } from '../rules/windows/windowStateAt';
import { findStop } from '../stops/findStop';
import { selectStops } from '../stops/selectStops';
import { StopRecord } from '../stops/StopRecord';
import { gateKeyOf } from '../subject/gateKeyOf';
import { requestRows } from '../store/requestRows';
import { Row } from '../store/Row';
import { coverageOfApprovals } from '../views/coverageOfApprovals';
import { ArmedLane } from './ArmedLane';
import { LaneBook } from './LaneBook';
import { LaneInventory } from './LaneInventory';
import { laneIdOf } from './laneIdOf';
import { LaneRef } from './LaneRef';
import { selectPoliciesOf } from './selectPoliciesOf';
import { selectReleased } from './selectReleased';
import { sentenceOfLaneRequest } from './sentenceOfLaneRequest';
import { LaneShown, toLaneBody } from './toLaneBody';

interface Options {
  knex: Knex;
  sources: Pick<SourceRegistry, 'get' | 'all'>;
  book: LaneBook;
  inventory: LaneInventory;
  health: FleetHealthReader;
  /** Milliseconds, by the clock of the database. */
  now(): Promise<number>;
}

/** Open requests about lanes by their gate, and what they are said by. */
interface OpenRequests {
  requests: ReadonlyMap<string, RequestRecord>;
  /** By request: clusters that it has released already, of which the effect was seen. */
  released: ReadonlyMap<string, string[]>;
  stops: StopRecord[];
  now: number;
}

/** Policies of a source that are looked at for a hold of somebody else's; a fleet of more says so in its coverage. */
const MOST_POLICIES = 5_000;
/** Lanes in one answer. */
const MOST_LANES = 500;
/** Each is several statements, and others wait for the connections. */
const AT_ONCE = 16;

/** Lanes as they are shown: those that are armed or held by somebody, and every policy of entities that are asked for. */
export class LaneLister {
  static create(options: Options): LaneLister {
    return new LaneLister(options);
  }

  readonly #options: Options;

  private constructor(options: Options) {
    this.#options = options;
  }

  async list(
    request: LaneListRequest,
  ): Promise<{ coverage: Coverage; items: LaneBody[] }> {
    const { book, health } = this.#options;
    const armed = await book.armed();
    const { refs, total } = request.entityRefs
      ? await this.#ofEntities(request.entityRefs, armed)
      : await this.#held(armed, request);
    const open = await this.#requests();
    const shown: LaneBody[] = [];
    for (const few of chunks(refs.slice(0, MOST_LANES), AT_ONCE)) {
      const read = few.map(ref => this.#body(ref, armed, open));
      shown.push(...(await Promise.all(read)));
    }
    const wanted = request.entityRefs && new Set(request.entityRefs);
    const items = shown.filter(
      lane => !wanted || lane.entityRefs.some(ref => wanted.has(ref)),
    );
    const coverage = coverageOfApprovals(items.length, await health.read());
    const more = refs.length > MOST_LANES || total === null;
    return {
      coverage: more ? { ...coverage, total: null } : coverage,
      items: items.sort(byUrgency),
    };
  }

  /** One lane, whatever its state. Undefined: there is no such policy, and none was armed. */
  async find(ref: LaneRef): Promise<LaneBody | undefined> {
    const { book, inventory } = this.#options;
    const armed = await book.find(ref);
    if (!armed && !(await inventory.read(ref)).policy) {
      return undefined;
    }
    return this.#body(ref, armed ? [armed] : [], await this.#requests());
  }

  async #body(
    ref: LaneRef,
    armed: ArmedLane[],
    open: OpenRequests,
  ): Promise<LaneBody> {
    const { inventory, sources } = this.#options;
    const own = armed.find(lane => laneIdOf(lane) === laneIdOf(ref));
    const facts = await inventory.read(own ?? ref);
    const facet = sources.get(ref.source)?.lanes;
    const request = open.requests.get(gateKeyOf({ kind: 'lane', ...ref }));
    return toLaneBody({
      facts,
      ...(facts.policy && facet && { hold: facet.holdOf(facts.policy) }),
      ...(own && { armed: own }),
      ...(request && {
        request: toShown({ ...request, entities: facts.entities }, open),
      }),
    });
  }

  async #requests(): Promise<OpenRequests> {
    const { knex } = this.#options;
    const now = await this.#options.now();
    const rows: Row[] = await knex('approval_request')
      .whereNull('closed_at')
      .where(inList(knex, 'kind', ['lane'], 'text'));
    return {
      now,
      released: await selectReleased(
        knex,
        rows.map(({ id }) => String(id)),
      ),
      stops: rows.length > 0 ? await selectStops(knex, now) : [],
      requests: new Map(
        rows
          .map(row => requestRows.of(row, []))
          .map(request => [request.gateKey, request]),
      ),
    };
  }

  /** Armed ones, and those whose policy holds although we did not arm it. */
  async #held(
    armed: ArmedLane[],
    { armedOnly }: Pick<LaneListRequest, 'armedOnly'>,
  ): Promise<{ refs: LaneRef[]; total: number | null }> {
    const refs = new Map<string, LaneRef>(
      armed.map(({ source, policyKey }) => [
        laneIdOf({ source, policyKey }),
        { source, policyKey },
      ]),
    );
    let whole = true;
    for (const { id: source, lanes } of armedOnly
      ? []
      : this.#options.sources.all) {
      if (lanes) {
        const policies = await this.#policies(source);
        whole &&= policies.length <= MOST_POLICIES;
        for (const policy of policies.slice(0, MOST_POLICIES)) {
          if (lanes.holdOf(policy).form !== 'none') {
            const ref = { source, policyKey: policy.key };
            refs.set(laneIdOf(ref), ref);
          }
        }
      }
    }
    return { refs: [...refs.values()], total: whole ? refs.size : null };
  }

  async #policies(source: string): Promise<PolicyFact[]> {
    const rows: Row[] = await this.#options
      .knex('inventory_policy as y')
      .join('inventory_source as s', 's.id', 'y.source_id')
      .where({ 's.name': source, 'y.role': 'placement' })
      .orderBy('y.id')
      .limit(MOST_POLICIES + 1)
      .select('y.fact');
    return rows.map(row => JSON.parse(String(row.fact)));
  }

  async #ofEntities(
    entityRefs: string[],
    armed: ArmedLane[],
  ): Promise<{ refs: LaneRef[]; total: number | null }> {
    const { knex, sources } = this.#options;
    const able = sources.all.filter(({ lanes }) => lanes).map(({ id }) => id);
    const policies = await selectPoliciesOf(knex, {
      entityRefs,
      sources: able,
      limit: MOST_LANES + 1,
    });
    // A policy that is deleted has placed nothing any more, by which it could be found.
    const refs = new Map(
      [...policies, ...armed].map(({ source, policyKey }) => [
        laneIdOf({ source, policyKey }),
        { source, policyKey },
      ]),
    );
    return {
      refs: [...refs.values()],
      total: policies.length > MOST_LANES ? null : refs.size,
    };
  }
}

function toShown(
  request: RequestRecord,
  { stops, now, released }: OpenRequests,
): NonNullable<LaneShown['request']> {
  const window = windowStateAt(request.policy.windows, now);
  const stop = findStop(stops, request);
  return {
    id: request.id,
    subject: request.subject,
    released: released.get(request.id) ?? [],
    said: sentenceOfLaneRequest(request, {
      window,
      now,
      ...(stop && { stop }),
    }),
  };
}

const URGENCY: ReadonlyArray<LaneBody['state']> = [
  'orphaned',
  'releasing',
  'armed',
  'held',
  'open',
];

/** What is short of copies first; then by state and name. */
function byUrgency(a: LaneBody, b: LaneBody): number {
  const bad = ({ sentences }: LaneBody) =>
    sentences.some(({ tone }) => tone === 'bad') ? 0 : 1;
  return (
    bad(a) - bad(b) ||
    URGENCY.indexOf(a.state) - URGENCY.indexOf(b.state) ||
    (a.policy < b.policy ? -1 : 1)
  );
}
