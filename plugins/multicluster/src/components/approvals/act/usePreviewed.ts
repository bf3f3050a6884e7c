import { ActionPreview } from '@fairway/backstage-plugin-multicluster-common';
import {
  useWrite,
  WriteState,
} from '@fairway/backstage-plugin-multicluster-react';
import { useEffect, useRef, useState } from 'react';
import { FAR_END } from './FAR_END';

/** What is asked for: to look at what it would do, or to do it. @internal */
export interface PreviewInput {
  dryRun: boolean;
  reason?: string;
  /** Of what was looked at. */
  resourceVersion?: string;
}

/** Something that is looked at before it can be done. @internal */
export interface Previewed<A extends string> {
  /** What was opened last; stays while what was begun is on its way. */
  action: A | undefined;
  isOpen: boolean;
  /** True: it is on its way, and nothing else can be begun. */
  isBusy: boolean;
  look: WriteState;
  /** What the last look found, or what kept it from being done. */
  preview: ActionPreview | undefined;
  real: WriteState;
  /** Opens it and looks. */
  show(action: A): void;
  /** Closes it; what is on its way goes on. */
  hide(): void;
  lookAgain(): void;
  /** Does what was looked at; closes it when it was done. */
  run(reason: string): Promise<void>;
}

/**
 * Looks at what something would do, and does it only while its subject is as it was looked at. Outlives its dialog: what was sent
 * is not given up because somebody closed that.
 *
 * @internal
 */
export function usePreviewed<A extends string>(
  send: (
    input: PreviewInput & { action: A },
    options: { idempotencyKey: string; signal: AbortSignal },
  ) => Promise<ActionPreview>,
  onDone: () => void,
): Previewed<A> {
  const [action, setAction] = useState<A>();
  const [isOpen, setOpen] = useState(false);
  const [preview, keep] = useState<ActionPreview>();
  const look = useWrite(
    (of: A, options) => send({ action: of, dryRun: true }, options),
    FAR_END,
  );
  const real = useWrite(send, FAR_END);
  const { status } = real.state;
  const wanted = useRef<A | undefined>(undefined);
  useEffect(
    () => () => {
      wanted.current = undefined;
    },
    [],
  );
  const lookAt = async (of: A) => {
    wanted.current = of;
    // The refusal was of what is not shown any more.
    real.reset();
    const found = await look.run(of);
    // Another was opened before this was answered: what arming would do would read as what disarming would.
    if (wanted.current === of) {
      keep(found);
    } else if (wanted.current !== undefined) {
      lookAt(wanted.current);
    }
  };
  return {
    action,
    isOpen,
    isBusy: status === 'sending' || status === 'confirming',
    look: look.state,
    preview,
    real: real.state,
    show: of => {
      setAction(of);
      setOpen(true);
      keep(undefined);
      lookAt(of);
    },
    hide: () => setOpen(false),
    lookAgain: () => action && lookAt(action),
    run: async reason => {
      if (!action) {
        return;
      }
      const { resourceVersion } = preview ?? {};
      const answer = await real.run({
        action,
        dryRun: false,
        reason,
        resourceVersion,
      });
      // It was taken and not done: what kept it from being done stands where what has to hold stood.
      keep(answer ?? preview);
      if (answer?.done) {
        setOpen(false);
        onDone();
      }
    },
  };
}
