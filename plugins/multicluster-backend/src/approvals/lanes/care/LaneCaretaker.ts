import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { ApprovalEngine, RequestDraft } from '../../engine/ApprovalEngine';
import { RequestRecord } from '../../model/RequestRecord';
import { windowStateAt } from '../../rules/windows/windowStateAt';
import { ApprovalStore } from '../../store/ApprovalStore';
import { ArmedLane } from '../ArmedLane';
import { CareVerdict, LaneCare, LaneSight } from '../LaneCare';
import { LaneDrafts } from '../LaneDrafts';
import { LaneFacts } from '../LaneFacts';
import { LaneInventory } from '../LaneInventory';
import { ExemptionProver, ProvenExemption } from './ExemptionProver';
import { IncidentBook, LaneIncident } from './IncidentBook';
import { keepsFromExemption } from './keepsFromExemption';
import { LaneNoticer } from './LaneNoticer';
import { LaneOffers } from './LaneOffers';
import { lossNotices } from './lossNotices';
import { NoticeBook } from './NoticeBook';
import { wasTurnedDown } from './wasTurnedDown';

interface Options {
  knex: Knex;
  store: Pick<ApprovalStore, 'now'>;
  engine: Pick<ApprovalEngine, 'exempt'>;
  drafts: Pick<LaneDrafts, 'draft'>;
  inventory: Pick<LaneInventory, 'read'>;
  prover: ExemptionProver;
  incidents: IncidentBook;
  book: NoticeBook;
  noticer: LaneNoticer;
  offers: LaneOffers;
  /** Milliseconds that people have to release a move themselves before the portal does: at night copies are missing as well. */
  moveAfterMs: number;
}

/** What needs no new approval, with the request that it would be released by. */
interface Proven {
  exemption: ProvenExemption;
  draft: RequestDraft;
  /** Whether the portal may do it by itself. */
  by: 'portal' | 'person';
}

/** What is due later is found by the next look at all lanes. */
const SOON_MS = 60_000;
const ON_ITS_WAY: RequestRecord['state'][] = [
  'queued',
  'delivering',
  'unknown',
  'halted',
];

/** {@inheritDoc LaneCare} */
export class LaneCaretaker implements LaneCare {
  static create(options: Options): LaneCaretaker {
    return new LaneCaretaker(options);
  }

  readonly #options: Options;

  private constructor(options: Options) {
    this.#options = options;
  }

  async glance(lane: ArmedLane, facts: LaneFacts): Promise<void> {
    const { noticer, book, offers } = this.#options;
    if (facts.policy) {
      offers.found(lane);
    }
    const { due, over } = lossNotices(facts);
    await Promise.all(due.map(notice => noticer.tell(facts, notice)));
    await book.forget(over);
  }

  async look(sight: LaneSight): Promise<CareVerdict> {
    const { offers } = this.#options;
    const { lane } = sight.reading;
    await this.#followIncidents(sight);
    const proven = await this.#prove(sight);
    if (proven?.exemption.why !== 'failover') {
      await offers.forget(lane);
    }
    if (!proven) {
      offers.hide(lane);
      const { open } = sight;
      return open?.state === 'queued' && open.detail.exemption
        ? 'handled'
        : 'ordinary';
    }
    offers.show(lane, proven.exemption);
    return this.#act(sight, proven);
  }

  async gone(lane: ArmedLane): Promise<void> {
    const { store, offers } = this.#options;
    await offers.gone(lane, await store.now());
  }

  async idle(): Promise<void> {
    await this.#options.noticer.idle();
  }

  async #act(
    sight: LaneSight,
    { exemption, draft, by }: Proven,
  ): Promise<CareVerdict> {
    const { store, engine, offers, moveAfterMs } = this.#options;
    const { why, basis, proof } = exemption;
    const offeredAt =
      why === 'failover'
        ? await offers.since(sight.reading, exemption, by)
        : undefined;
    if (by === 'person') {
      return 'ordinary';
    }
    // Copies that somebody asked for go at once; what moves is left to people for a while.
    const now = await store.now();
    const left = offeredAt === undefined ? 0 : offeredAt + moveAfterMs - now;
    if (left > 0) {
      return left < SOON_MS ? 'again' : 'handled';
    }
    if (!windowStateAt(draft.policy.windows, now).open) {
      return 'ordinary';
    }
    await engine.exempt(draft, { why, basis, proof });
    offers.hide(sight.reading.lane);
    return 'handled';
  }

  async differs(request: RequestRecord, cluster: string): Promise<void> {
    const { source, policyKey, environment, id } = request;
    if (!policyKey) {
      return;
    }
    const lane = { source, policyKey };
    const begun = await this.#options.incidents.begin(lane, {
      cluster,
      sentence: sentence('lane.incident.slipped', { cluster }),
      requestId: id,
      ...(environment && { environment }),
    });
    if (begun) {
      const facts = await this.#options.inventory.read(lane);
      await this.#tellOf(facts, begun, request.policy.escalate);
    }
  }

  async #prove(sight: LaneSight): Promise<Proven | undefined> {
    const { knex, drafts, prover } = this.#options;
    const { reading, changes, open } = sight;
    if (
      changes.held.length === 0 ||
      (open && ON_ITS_WAY.includes(open.state))
    ) {
      return undefined;
    }
    const draft = await drafts.draft(reading, changes.held, open?.subject);
    const takenBack =
      open?.detail.exemptionGone === true &&
      open.subjectDigest === draft.subjectDigest;
    if (takenBack || keepsFromExemption(draft.refusal)) {
      return undefined;
    }
    const { exempt } = draft.policy;
    const contents = changes.held.map(
      name => reading.clusters[name].digestWithoutReplicas,
    );
    const isPeoples = await wasTurnedDown(knex, reading.lane, contents);
    for (const by of ['portal', 'person'] as const) {
      const exemption = await prover.prove(sight, { exempt, by });
      if (exemption) {
        return { exemption, draft, by: isPeoples ? 'person' : by };
      }
    }
    return undefined;
  }

  async #followIncidents({ reading, changes, open }: LaneSight): Promise<void> {
    const { incidents } = this.#options;
    const { lane, facts } = reading;
    // What is being released is judged by whoever released it; of one that halted, nobody looks at anything but this.
    const isReleased = (name: string) =>
      open?.state === 'halted'
        ? open.subject.manifests?.[name] === reading.clusters[name].digest
        : open !== undefined &&
          ON_ITS_WAY.includes(open.state) &&
          open.subject.lane?.clusters.includes(name);
    const slipped = changes.slipped.filter(name => !isReleased(name));
    for (const known of await incidents.open(lane)) {
      if (!changes.slipped.includes(known.cluster)) {
        await incidents.end(lane, known);
      }
    }
    for (const cluster of slipped) {
      const environment = facts.environments.at(-1);
      const begun = await incidents.begin(lane, {
        cluster,
        sentence: sentence('lane.incident.slipped', { cluster }),
        digest: reading.clusters[cluster].digest,
        ...(environment && { environment }),
        ...(open && { requestId: open.id }),
      });
      if (begun) {
        await this.#tellOf(facts, begun, open?.policy.escalate ?? []);
      }
    }
  }

  async #tellOf(
    facts: LaneFacts,
    { id, cluster, sentence: said }: LaneIncident,
    asWell: string[],
  ): Promise<void> {
    const names = facts.workloads.map(({ name }) => name).join(', ');
    await this.#options.noticer.tell(facts, {
      key: `incident|${id}`,
      title: `Content that nobody approved: ${names} on ${cluster}`,
      description: said.text,
      asWell,
    });
  }
}
