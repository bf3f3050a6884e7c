import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  FreshnessDot,
  multiclusterTranslationRef,
} from '@fairway/backstage-plugin-multicluster-react';
import { ReactNode } from 'react';
import { Panel } from '../fleet/frame/Panel';
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
  const { t } = useTranslationRef(multiclusterTranslationRef);
  const trouble = useTrouble(scope);
  const { rows, total, data } = trouble;
  const count = rows.length;
  return (
    <Panel
      title={title}
      aside={
        data !== undefined && (
          <>
            {count > 0 &&
              t('fleet.overview.needsALook', { count, total: String(total) })}
            <FreshnessDot view={{ ...trouble, data: undefined }} />
          </>
        )
      }
    >
      <TroubleList trouble={trouble} />
      {note}
    </Panel>
  );
}
