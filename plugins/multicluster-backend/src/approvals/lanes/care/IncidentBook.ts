import { Sentence } from '@fairway/backstage-plugin-multicluster-common';
import { randomUUID } from 'node:crypto';
import { ApprovalStore } from '../../store/ApprovalStore';
import { Row } from '../../store/Row';
import { LaneRef } from '../LaneRef';

/** Content on a cluster of a lane that nobody approved. */
export interface LaneIncident {
  id: string;
  cluster: string;
  sentence: Sentence;
  /** Milliseconds since the epoch, by the clock of the database. */
  at: number;
}

/** What is written down of one. */
export interface NewIncident {
  cluster: string;
  sentence: Sentence;
  environment?: string;
  requestId?: string;
  /** Digest of what is there. */
  digest?: string;
}

const KIND = 'UNAPPROVED_CONTENT';

/** Incidents of lanes: one for a cluster at a time, with an entry in the trail when it begins and when it is over. */
export class IncidentBook {
  static create(store: ApprovalStore): IncidentBook {
    return new IncidentBook(store);
  }

  readonly #store: ApprovalStore;

  private constructor(store: ApprovalStore) {
    this.#store = store;
  }

  /** Those that are not over, oldest first. */
  async open(lane: LaneRef): Promise<LaneIncident[]> {
    const rows: Row[] = await this.#store
      .knex('approval_incident')
      .where({ kind: KIND, source: lane.source })
      .whereNull('closed_at')
      .orderBy('at');
    return rows
      .filter(row => String(row.subject).startsWith(subjectOf(lane, '')))
      .map(incidentOf);
  }

  /** Undefined: it is known already. */
  async begin(
    lane: LaneRef,
    incident: NewIncident,
  ): Promise<LaneIncident | undefined> {
    const { cluster, sentence, environment, requestId, digest } = incident;
    const subject = subjectOf(lane, cluster);
    return this.#store.transaction(async trx => {
      const id = randomUUID();
      const at = await this.#store.now(trx);
      // The database tells which of several replicas was first: each of them would find none by looking.
      const begun = await trx('approval_incident')
        .insert({
          id,
          kind: KIND,
          request_id: requestId ?? null,
          source: lane.source,
          subject,
          environment: environment ?? null,
          sentence: JSON.stringify(sentence),
          at,
        })
        .onConflict()
        .ignore()
        .returning('id');
      if (begun.length === 0) {
        return undefined;
      }
      await this.#store.append(trx, [
        {
          actor: 'system',
          action: 'incident.opened',
          ...(requestId && { requestId }),
          ...(environment && { environment }),
          payload: {
            incident: id,
            kind: KIND,
            subject,
            digest: digest ?? null,
          },
        },
      ]);
      return { id, cluster, sentence, at };
    });
  }

  /** What is there is approved by now, or not there any more. */
  async end(lane: LaneRef, incident: LaneIncident): Promise<void> {
    await this.#store.transaction(async trx => {
      const closed = await trx('approval_incident')
        .where({ id: incident.id })
        .whereNull('closed_at')
        .update({ closed_at: await this.#store.now(trx) });
      if (closed > 0) {
        await this.#store.append(trx, [
          {
            actor: 'system',
            action: 'incident.closed',
            payload: {
              incident: incident.id,
              kind: KIND,
              subject: subjectOf(lane, incident.cluster),
            },
          },
        ]);
      }
    });
  }
}

function subjectOf({ policyKey }: LaneRef, cluster: string): string {
  return `${policyKey} ${cluster}`;
}

function incidentOf(row: Row): LaneIncident {
  const subject = String(row.subject);
  return {
    id: String(row.id),
    cluster: subject.slice(subject.lastIndexOf(' ') + 1),
    sentence: JSON.parse(String(row.sentence)),
    at: Number(row.at),
  };
}
