import {
  AuditList,
  AuditReport,
  ReportedChange,
} from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { Paging } from '../../service/FleetService';
import { AuditReader, AuditReportRequest } from '../../service/AuditService';
import { badInput } from '../../util/codedErrors';
import { decodeCursor, encodeCursor } from '../../views/paging/cursor';
import { DEFAULT_LIMIT } from '../../views/paging/pageOf';
import { Environments } from '../../views/platform/Environments';
import { toIso } from '../../views/toIso';
import { demandBook } from './report/demandBook';
import { groundOf } from './report/groundOf';
import { reportLimits } from './report/reportLimits';
import { selectContentChanges } from './report/selectContentChanges';
import { selectReportedRequests } from './report/selectReportedRequests';
import { toReportedChange } from './report/toReportedChange';
import { toAuditEntry } from './toAuditEntry';

/** Changes that are read at once, of which those of another environment are left out. */
const PART = 500;
/** Parts that are read for one page: where an environment has few changes among many, the next page goes on. */
const PARTS = 10;

interface Options {
  knex: Knex;
  environments: Environments;
  /** How long changes are kept, in milliseconds. */
  keptMs: number;
  /** Requests that are looked at for one part; absent: two thousand. */
  mostRequests?: number;
}

/** {@inheritDoc AuditReader} */
export class DefaultAuditReader implements AuditReader {
  readonly #options: Options;

  static create(options: Options): AuditReader {
    return new DefaultAuditReader(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async list(request: Paging & { requestId?: string }): Promise<AuditList> {
    const { limit = DEFAULT_LIMIT, requestId } = request;
    const [before] = decodeCursor(request.cursor, 1) ?? [];
    const query = this.#options
      .knex('approval_audit as a')
      .leftJoin('approval_audit_payload as p', 'p.seq', 'a.seq')
      .orderBy('a.seq', 'desc')
      .limit(limit + 1)
      .select('a.*', 'p.payload');
    if (requestId !== undefined) {
      query.where('a.request_id', requestId);
    }
    if (before !== undefined) {
      query.where('a.seq', '<', Number(before));
    }
    const rows = await query;
    const items = rows.slice(0, limit).map(toAuditEntry);
    const last = items.at(-1);
    return {
      items,
      ...(rows.length > limit &&
        last && { nextCursor: encodeCursor([last.seq]) }),
    };
  }

  async report(request: AuditReportRequest): Promise<AuditReport> {
    const { knex, environments, keptMs, mostRequests } = this.#options;
    const { environment, limit = DEFAULT_LIMIT } = request;
    const demands = await demandBook.read(knex);
    const from = momentOf(request.from);
    const to = momentOf(request.to);
    let before = decodeCursor(request.cursor, 2)?.map(Number) as
      | [number, number]
      | undefined;
    const changes: ReportedChange[] = [];
    let more = true;
    let cutAt: number | undefined;
    for (let parts = 0; more && parts < PARTS; parts += 1) {
      const part = await selectContentChanges(
        knex,
        environments,
        { from, to, before },
        PART,
      );
      const { requests, ...read } = await selectReportedRequests(
        knex,
        part,
        mostRequests,
      );
      // The latest: what was opened before it may be missing in one part or another.
      cutAt = Math.max(cutAt ?? 0, read.cutAt ?? 0) || undefined;
      more = part.length === PART;
      for (const change of part) {
        before = [change.at, change.id];
        const reported = toReportedChange(
          change,
          groundOf(change, requests, demands),
        );
        if (environment === undefined || reported.environment === environment) {
          changes.push(reported);
        }
        if (changes.length === limit) {
          more ||= change !== part.at(-1);
          break;
        }
      }
      if (changes.length === limit) {
        break;
      }
    }
    return {
      ...(environment !== undefined && { environment }),
      from: toIso(from),
      to: toIso(to),
      changes,
      ...(more && before && { nextCursor: encodeCursor(before) }),
      limits: await reportLimits(knex, { from, cutAt }, keptMs),
    };
  }
}

function momentOf(text: string): number {
  const moment = Date.parse(text);
  if (Number.isNaN(moment)) {
    throw badInput('moment-invalid', 'from and to are moments of ISO 8601');
  }
  return moment;
}
