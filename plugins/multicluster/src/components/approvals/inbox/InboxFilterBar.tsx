import { ApprovalItem } from '@fairway/backstage-plugin-multicluster-common';
import { useState } from 'react';
import { actorOf } from '../model/actorOf';
import { EnvironmentField } from '../parts/EnvironmentField';
import { LabelledField } from '../parts/LabelledField';
import { useApprovalStyles } from '../parts/useApprovalStyles';
import { useApprovalText } from '../parts/useApprovalText';
import { InboxFilter } from './useInboxFilter';

/** Props of {@link InboxFilterBar}. @internal */
export interface InboxFilterBarProps {
  /** Those on screen: their services can be chosen, and those of what was on it before. */
  items: ApprovalItem[];
  filter: InboxFilter;
  onChange(change: Partial<InboxFilter>): void;
}

/** Narrows the inbox to a service or an environment. @internal */
export function InboxFilterBar(props: InboxFilterBarProps) {
  const { items, filter, onChange } = props;
  const { service, environment } = filter;
  const classes = useApprovalStyles();
  const t = useApprovalText();
  // Of what is narrowed to one, no other could be chosen.
  const [seen, see] = useState<string[]>([]);
  const services = new Set([
    ...seen,
    ...items.flatMap(({ request }) => request.entityRefs),
    ...(service && [service]),
  ]);
  if (services.size > seen.length) {
    see([...services]);
  }
  return (
    <div className={classes.controls} role="search">
      <LabelledField
        size="small"
        select
        SelectProps={{ native: true }}
        InputLabelProps={{ shrink: true }}
        label={t('inbox.service')}
        value={service}
        onChange={event => onChange({ service: event.target.value })}
      >
        <option value="">{t('inbox.allServices')}</option>
        {[...services].sort().map(ref => (
          <option key={ref} value={ref}>
            {nameOf(ref)}
          </option>
        ))}
      </LabelledField>
      <EnvironmentField
        size="small"
        late
        value={environment}
        onChange={chosen => onChange({ environment: chosen })}
      />
    </div>
  );
}

function nameOf(ref: string): string {
  const named = actorOf(ref);
  return named.kind === 'person' ? named.name : ref;
}
