import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { WorkloadIdentity } from '@fairway/backstage-plugin-multicluster-common';
import { TwoLines } from '../table/TwoLines';

/** Props of {@link WorkloadName}. */
export interface WorkloadNameProps {
  workload: WorkloadIdentity & { entityRefs: string[] };
}

/** A workload: its name, which leads to the page of its entity where it has one, and what tells it from others. */
export function WorkloadName(props: WorkloadNameProps) {
  const { controlPlane, kind, namespace, name, entityRefs } = props.workload;
  const place = [kind, namespace, controlPlane].filter(Boolean).join(' · ');
  return (
    <TwoLines
      first={
        entityRefs.length > 0 ? (
          <EntityRefLink entityRef={entityRefs[0]}>{name}</EntityRefLink>
        ) : (
          name
        )
      }
      second={place}
      title={`${name}\n${place}`}
    />
  );
}
