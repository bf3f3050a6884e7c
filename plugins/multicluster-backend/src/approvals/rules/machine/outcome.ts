import {
  ApprovalCode,
  ApprovalState,
} from '@fairway/backstage-plugin-multicluster-common';
import { Advance, Refused, RequestEffect } from './AdvanceResult';

type Decided = Extract<Advance, { kind: 'moved' }>['decision'];

/** Ways an event can end. */
export const outcome = {
  moved(
    to: ApprovalState,
    effects: RequestEffect[],
    more: { decision?: Decided; nextGeneration?: boolean } = {},
  ): Advance {
    const { decision, nextGeneration = false } = more;
    return {
      kind: 'moved',
      to,
      ...(decision && { decision }),
      nextGeneration,
      effects,
    };
  },

  same(...effects: RequestEffect[]): Advance {
    return { kind: 'same', effects };
  },

  /** It changes nothing, and the trail keeps that it came. */
  noted(): Advance {
    return { kind: 'same', effects: [{ type: 'note' }] };
  },

  ignored(): Advance {
    return { kind: 'ignored' };
  },

  conflict(code: ApprovalCode): Refused {
    return { kind: 'refused', code, status: 409 };
  },
};
