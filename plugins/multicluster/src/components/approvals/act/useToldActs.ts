import {
  ApprovalItem,
  ApprovalRequest,
} from '@fairway/backstage-plugin-multicluster-common';
import { Write } from '@fairway/backstage-plugin-multicluster-react';
import { useRef, useState } from 'react';
import { useApprovalText } from '../parts/useApprovalText';
import { useTitleText } from '../parts/useTitleText';
import { ItemKeeper } from './ItemKeeper';
import { ApprovalAct, BoundAct, useApprovalActs } from './useApprovalActs';

/** Acts on a request, and what is said of the last one. @internal */
export interface ToldActs extends Write<BoundAct, ApprovalItem> {
  /** That it was taken; undefined once the request asks for something else, of which that would be untrue. */
  taken: string | undefined;
}

/**
 * Acts on a request, of which the one that was taken is said by its own name and by the title of what it was on.
 *
 * @param shown - as the reader looks at it: in the dialog that is open, else on the page
 * @param newest - as it is by now
 * @internal
 */
export function useToldActs(
  shown: ApprovalItem,
  newest: ApprovalItem,
  onChange: () => void,
  keeper?: ItemKeeper,
): ToldActs {
  const t = useApprovalText();
  const titleOf = useTitleText();
  const acts = useApprovalActs(onChange);
  const [last, setLast] = useState<{
    name: ReturnType<typeof nameOf>;
    on: ApprovalRequest;
  }>();
  const onItsWay = useRef(false);
  const stands = last?.on.generation === newest.request.generation;
  return {
    ...acts,
    run: async bound => {
      // A double click would say of what is on its way that it came to an end.
      if (onItsWay.current) {
        return undefined;
      }
      onItsWay.current = true;
      setLast({ name: nameOf(bound.act), on: shown.request });
      keeper?.keep(newest);
      const became = await acts.run(bound);
      onItsWay.current = false;
      keeper?.answered(became ?? newest);
      return became;
    },
    taken:
      last && stands
        ? t(`vote.taken.${last.name}`, { title: titleOf(last.on) })
        : undefined,
  };
}

function nameOf(act: ApprovalAct) {
  return act.kind === 'resolve' ? act.action : act.kind;
}
