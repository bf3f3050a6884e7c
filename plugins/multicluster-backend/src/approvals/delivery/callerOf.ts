import { Caller } from '@fairway/backstage-plugin-multicluster-node';
import { aloneBy } from '../engine/aloneBy';
import { DirectoryFacts } from '../engine/directory/DirectoryFacts';
import { StepHold } from './StepHold';

/** In whose name a step is sent: who cast its vote, or the last one whose vote decided it. As the catalog has them now. */
export function callerOf(
  { step, request, votes }: Pick<StepHold, 'step' | 'request' | 'votes'>,
  facts: DirectoryFacts,
): Caller | undefined {
  const last = votes
    .filter(({ decision }) => decision === request.decision)
    .at(-1);
  const userEntityRef = step.voter ?? aloneBy(request) ?? last?.voter;
  const person = userEntityRef ? facts.person(userEntityRef) : undefined;
  return (
    person && {
      userEntityRef: person.ref,
      ownershipEntityRefs: [person.ref, ...person.groups],
      ...(person.email && { email: person.email }),
    }
  );
}
