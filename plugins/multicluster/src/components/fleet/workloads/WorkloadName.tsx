import { Link } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { WorkloadIdentity } from '@fairway/backstage-plugin-multicluster-common';
import { TwoLines } from '../table/TwoLines';

/** Props of {@link WorkloadName}. */
export interface WorkloadNameProps {
  workload: WorkloadIdentity & { entityRefs: string[] };
  /** Path of the page of the workload; without one the name leads to the page of its entity. */
  to?: string;
}

/** A workload: its name, which leads to its page or to that of its entity, and what tells it from others. */
export function WorkloadName(props: WorkloadNameProps) {
  const { workload, to } = props;
  const { controlPlane, kind, namespace, name, entityRefs } = workload;
  const place = [kind, namespace, controlPlane].filter(Boolean).join(' · ');
  const [entityRef] = entityRefs;
  return (
    <TwoLines
      first={
        <>
          {to && <Link to={to}>{name}</Link>}
          {!to && entityRef && (
            <EntityRefLink entityRef={entityRef}>{name}</EntityRefLink>
          )}
          {!to && !entityRef && name}
        </>
      }
      second={place}
      title={`${name}\n${place}`}
    />
  );
}
