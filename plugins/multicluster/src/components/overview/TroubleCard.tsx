import { ReactNode } from 'react';
import { Panel } from '../fleet/frame/Panel';
import { TroubleAside } from './TroubleAside';
import { TroubleList } from './TroubleList';
import { TroubleScope, useTrouble } from './useTrouble';

/** Props of {@link TroubleCard}. */
export interface TroubleCardProps {
  title: string;
  scope: TroubleScope;
  /** Below the list. */
  note?: ReactNode;
}

/** A card that lists what is wrong among some workloads. */
export function TroubleCard(props: TroubleCardProps) {
  const { title, scope, note } = props;
  const trouble = useTrouble(scope);
  return (
    <Panel title={title} aside={<TroubleAside trouble={trouble} />}>
      <TroubleList trouble={trouble} />
      {note}
    </Panel>
  );
}
