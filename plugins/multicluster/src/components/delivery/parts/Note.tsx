import {
  StateIcon,
  StateLook,
} from '@fairway/backstage-plugin-multicluster-react';
import { ReactNode } from 'react';
import { useDeliveryStyles } from './useDeliveryStyles';

/** One more thing to know, with its shape. @internal */
export function Note(props: { look: StateLook; children: ReactNode }) {
  const { look, children } = props;
  const classes = useDeliveryStyles();
  return (
    <div className={classes.note} data-note={look.shape}>
      <StateIcon shape={look.shape} tone={look.tone} size={14} />
      <span>{children}</span>
    </div>
  );
}
