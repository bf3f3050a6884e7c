import { AuditEntry } from '@fairway/backstage-plugin-multicluster-common';

const FIELDS = ['comment', 'reason', 'ticket'] as const;

/** What somebody said in the payload of an entry of the trail. Text, never markup. @internal */
export function saidIn(payload: AuditEntry['payload']): string | undefined {
  const said = FIELDS.flatMap(field => {
    const value = payload?.[field];
    return typeof value === 'string' && value !== '' ? [value] : [];
  });
  return said.length > 0 ? said.join(' · ') : undefined;
}
