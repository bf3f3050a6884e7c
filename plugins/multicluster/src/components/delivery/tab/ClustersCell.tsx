import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  PlacementState,
  placementStates,
  PromotionEnvironment,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  multiclusterRunsTranslationRef,
  multiclusterTranslationRef,
  StateIcon,
  stateLook,
} from '@fairway/backstage-plugin-multicluster-react';
import { isFreshnessLost } from '../model/isFreshnessLost';
import { useDeliveryStyles } from '../parts/useDeliveryStyles';
import { usePromotionStyles } from './usePromotionStyles';

const SHOWN = 8;

/** The clusters of an environment with their states, and how many of them were read. @internal */
export function ClustersCell(props: { environment: PromotionEnvironment }) {
  const { clusters, coverage } = props.environment;
  const classes = usePromotionStyles();
  const shared = useDeliveryStyles();
  const { t } = useTranslationRef(multiclusterRunsTranslationRef);
  const { t: word } = useTranslationRef(multiclusterTranslationRef);
  const hidden = clusters.length - SHOWN;
  const wordOf = (state: string, lost: boolean) => {
    const known = placementStates.find(one => one === state) ?? 'unknown';
    const said = word(`state.${known}`);
    return lost
      ? word('state.lastKnown', { state: said.toLocaleLowerCase() })
      : said;
  };
  return (
    <>
      <ul className={classes.plain}>
        {clusters.slice(0, SHOWN).map(({ name, state, freshness }) => {
          const lost = isFreshnessLost(freshness);
          return (
            <li key={name} className={shared.line} data-cluster={name}>
              <StateIcon
                {...stateLook(state as PlacementState, lost)}
                size={14}
              />
              <span>{name}</span>
              <span className={shared.quiet}>{wordOf(state, lost)}</span>
            </li>
          );
        })}
        {hidden > 0 && (
          <li className={shared.quiet}>
            {word('entity.card.more', { n: String(hidden) })}
          </li>
        )}
      </ul>
      {(coverage.total === null || coverage.total > 0) && (
        <div className={shared.quiet}>
          {t('promotion.read', {
            seen: String(coverage.seen),
            total: String(coverage.total ?? '?'),
          })}
          {coverage.stale > 0 &&
            ` · ${word('coverage.stale', { stale: String(coverage.stale) })}`}
        </div>
      )}
    </>
  );
}
