import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  FreshnessDot,
  multiclusterTranslationRef,
} from '@fairway/backstage-plugin-multicluster-react';
import { TroubleResult } from './useTrouble';

/** How many of how many need a look, and how old that is; nothing until it is known. */
export function TroubleAside(props: { trouble: TroubleResult }) {
  const { trouble } = props;
  const { rows, more, total, data } = trouble;
  const { t } = useTranslationRef(multiclusterTranslationRef);
  if (data === undefined) {
    return null;
  }
  return (
    <>
      {rows.length > 0 &&
        t('fleet.overview.needsALook', {
          count: rows.length,
          n: `${rows.length}${more ? '+' : ''}`,
          total: String(total),
        })}
      <FreshnessDot view={{ ...trouble, data: undefined }} />
    </>
  );
}
