import { Sentence } from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { parseJson } from '../../util/parseJson';
import { ApprovalPolicy } from '../model/ApprovalPolicy';
import { Notice } from './Notice';

/** Incidents that are open, or closed since; for owners of the request's entities and whom its policy escalates to. */
export async function noticesOfIncidents(
  knex: Knex,
  since: number,
  ownersOf: (entityRefs: string[]) => Promise<string[]>,
): Promise<Notice[]> {
  const rows = await knex('approval_incident as i')
    .leftJoin('approval_request as r', 'r.id', 'i.request_id')
    .where('i.at', '>=', since)
    .orderBy('i.at')
    .select('i.id', 'i.request_id', 'i.subject', 'i.sentence', 'r.policy');
  const notices: Notice[] = [];
  for (const row of rows) {
    const entities = row.request_id
      ? await knex('approval_entity')
          .where({ request_id: row.request_id, confirmed: true })
          .select('entity_ref')
      : [];
    const owners = await ownersOf(entities.map(entity => entity.entity_ref));
    const policy = parseJson<Partial<ApprovalPolicy>>(row.policy, {});
    const said = parseJson<Partial<Sentence>>(row.sentence, {});
    notices.push({
      key: `incident|${row.id}`,
      to: [...new Set([...owners, ...(policy.escalate ?? [])])],
      but: [],
      title: `Content that nobody approved: ${row.subject}`,
      ...(said.text && { description: said.text }),
      severity: 'critical',
      link: row.request_id
        ? `/multicluster/approvals/${encodeURIComponent(row.request_id)}`
        : '/multicluster/approvals',
      scope: `multicluster:incident:${row.id}`,
    });
  }
  return notices;
}
