import {
  Actor,
  ApprovalSubject,
} from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { inList } from '../../../inventory/sql/inList';
import { parseJson } from '../../../util/parseJson';
import { RequestDetail, RequestRecord } from '../../model/RequestRecord';
import { Row } from '../../store/Row';
import { ContentChange } from './ContentChange';
import { ReportedRequest } from './ReportedRequest';
import { reportWindow } from './reportWindow';
import { selectBrought } from './selectBrought';

/** Requests that are read for the changes of one part of a report. */
const MOST = 2000;
/** Of these alone something may have come, see basisOf; and of what has given content to a cluster. */
const TOOK: RequestRecord['state'][] = [
  'applied',
  'delivering',
  'unknown',
  'halted',
  'failed',
  'external',
];

/** {@inheritDoc selectReportedRequests} */
export interface ReportedRequests {
  /** Newest first. */
  requests: ReportedRequest[];
  /** There are more, and those that were opened before this were not read; milliseconds since the epoch. */
  cutAt?: number;
}

/**
 * Requests that could be about some changes: of the same entities, or of the policies that place them, and not over long before
 * the first of them. The newest `most`.
 */
export async function selectReportedRequests(
  knex: Knex,
  changes: readonly ContentChange[],
  most = MOST,
): Promise<ReportedRequests> {
  const refs = [...new Set(changes.flatMap(({ entityRefs }) => entityRefs))];
  const keys = [
    ...new Set(changes.flatMap(({ policyKey }) => policyKey ?? [])),
  ];
  if (changes.length === 0 || refs.length + keys.length === 0) {
    return { requests: [] };
  }
  const moments = changes.map(({ at }) => at);
  const rows: Row[] = await knex('approval_request as r')
    .where('r.created_at', '<=', Math.max(...moments) + reportWindow.beforeMs)
    .where(open =>
      open
        .whereNull('r.closed_at')
        .orWhere(
          'r.closed_at',
          '>=',
          Math.min(...moments) - reportWindow.afterMs,
        ),
    )
    .where(came =>
      came
        .whereIn('r.state', TOOK)
        .orWhereIn(
          'r.id',
          knex('approval_content')
            .whereNotNull('request_id')
            .select('request_id'),
        ),
    )
    .where(one =>
      one
        .where(inList(knex, 'r.policy_key', keys, 'text'))
        .orWhereIn(
          'r.id',
          knex('approval_entity')
            .where(inList(knex, 'entity_ref', refs, 'text'))
            .where('confirmed', true)
            .select('request_id'),
        ),
    )
    .orderBy([
      { column: 'r.created_at', order: 'desc' },
      { column: 'r.id', order: 'desc' },
    ])
    .limit(most + 1)
    .select('r.*');
  const read = rows.slice(0, most);
  const others = read.filter(
    ({ state }) => !TOOK.includes(state as RequestRecord['state']),
  );
  const [people, brought] = await Promise.all([
    selectPeople(
      knex,
      read.map(({ id }) => String(id)),
    ),
    selectBrought(
      knex,
      others.map(({ id }) => String(id)),
    ),
  ]);
  return {
    requests: read.map(row => ({
      ...toReported(row, people(String(row.id))),
      ...brought.get(String(row.id)),
    })),
    ...(rows.length > most && { cutAt: Number(read.at(-1)?.created_at) }),
  };
}

type People = Pick<ReportedRequest, 'entityRefs' | 'voters'>;

/** Whose requests are, and whose approvals count. */
async function selectPeople(
  knex: Knex,
  ids: string[],
): Promise<(id: string) => People> {
  const [entities, votes] = await Promise.all([
    knex('approval_entity')
      .where(inList(knex, 'request_id', ids, 'text'))
      .where('confirmed', true)
      .select('request_id', 'entity_ref'),
    knex('approval_vote as v')
      .join('approval_request as r', join =>
        join
          .on('r.id', 'v.request_id')
          .andOn(knex.raw('?? = ??', ['r.generation', 'v.generation'])),
      )
      .where(inList(knex, 'v.request_id', ids, 'text'))
      .where({ 'v.status': 'counted', 'v.decision': 'approve' })
      .orderBy('v.ordinal')
      .select('v.request_id', 'v.voter'),
  ]);
  const found = new Map<string, People>(
    ids.map(id => [id, { entityRefs: [], voters: [] }]),
  );
  for (const { request_id: id, entity_ref: ref } of entities) {
    found.get(id)?.entityRefs.push(ref);
  }
  for (const { request_id: id, voter } of votes) {
    found.get(id)?.voters.push(voter);
  }
  return id => found.get(id) ?? { entityRefs: [], voters: [] };
}

function toReported(row: Row, more: People): ReportedRequest {
  const text = (name: string) =>
    typeof row[name] === 'string' ? (row[name] as string) : undefined;
  const moment = (name: string) =>
    row[name] === null ? undefined : Number(row[name]);
  const { exemption, exemptionBasis, exemptBy } = parseJson<RequestDetail>(
    text('detail'),
    {},
  );
  const glass = parseJson<{ by?: string } | undefined>(
    text('break_glass'),
    undefined,
  );
  // A refusal that took one of those back rests on its votes.
  const isRefusal = text('decision') === 'reject';
  const alone = [glass?.by, exemptBy].flatMap(by =>
    by === undefined || isRefusal ? [] : by,
  );
  const voters = [...more.voters, ...alone];
  return {
    id: String(row.id),
    kind: row.kind as ReportedRequest['kind'],
    state: row.state as ReportedRequest['state'],
    decision: text('decision') as ReportedRequest['decision'],
    source: String(row.source),
    policyKey: text('policy_key'),
    environment: text('environment'),
    entityRefs: more.entityRefs,
    subject: parseJson<Pick<ApprovalSubject, 'images' | 'lane'>>(
      text('subject'),
      { images: null, lane: null },
    ),
    enforcement: String(row.enforcement),
    exemption,
    exemptionBasis,
    emergency: glass !== undefined && !isRefusal,
    voters: [...new Set(voters)],
    closedBy: parseJson<Actor | undefined>(text('closed_by'), undefined),
    createdAt: Number(row.created_at),
    sealedAt: moment('sealed_at'),
    closedAt: moment('closed_at'),
  };
}
