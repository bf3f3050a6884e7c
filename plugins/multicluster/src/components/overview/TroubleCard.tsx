import { Panel } from '../fleet/frame/Panel';
import { TroubleAside } from './TroubleAside';
import { TroubleList } from './TroubleList';
import { TroubleScope, UnknownScope, useTrouble } from './useTrouble';

/** Props of {@link TroubleCard}. */
export interface TroubleCardProps {
  title: string;
  scope: TroubleScope;
  unknown?: UnknownScope;
  /** A card is around it already. */
  inCard?: boolean;
}

/** A card that lists what is wrong among some workloads. */
export function TroubleCard(props: TroubleCardProps) {
  const { title, scope, unknown, inCard } = props;
  const trouble = useTrouble(scope, unknown);
  return (
    <Panel
      title={title}
      aside={<TroubleAside trouble={trouble} />}
      inCard={inCard}
    >
      <TroubleList trouble={trouble} />
    </Panel>
  );
}
