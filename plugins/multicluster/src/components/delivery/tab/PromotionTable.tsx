import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Promotion,
  PromotionEnvironment,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  multiclusterRunsTranslationRef,
  StateIcon,
} from '@fairway/backstage-plugin-multicluster-react';
import { Fragment } from 'react';
import { environmentLook } from '../model/environmentLook';
import { useDeliveryStyles } from '../parts/useDeliveryStyles';
import { ChangeCell } from './ChangeCell';
import { environmentRows } from './environmentRows';
import { usePromotionStyles } from './usePromotionStyles';

/** A reader without a mouse must be able to scroll it. */
const BY_KEYS = { tabIndex: 0 };

/** Environments side by side, in order of promotion; between two of them what would change and what brings it on. @internal */
export function PromotionTable(props: {
  promotion: Promotion;
  /** The portal cannot read its back end. */
  lastKnown: boolean;
}) {
  const { environments, changes, steps } = props.promotion;
  const classes = usePromotionStyles();
  const shared = useDeliveryStyles();
  const { t } = useTranslationRef(multiclusterRunsTranslationRef);
  const titleOf = (index: number) =>
    environments[index].title ?? environments[index].name;
  const changeBetween = (
    before: PromotionEnvironment,
    after: PromotionEnvironment,
  ) =>
    // Where nothing runs on either side there is nothing to compare.
    before.health === 'absent' || after.health === 'absent'
      ? undefined
      : changes.find(
          ({ from, to }) => from === before.name && to === after.name,
        );
  const rows = environmentRows.filter(row => environments.some(row.has));
  return (
    <div
      className={classes.scroll}
      role="region"
      aria-label={t('promotion.table')}
      {...BY_KEYS}
    >
      <table className={classes.table}>
        <thead>
          <tr>
            <td aria-hidden className={classes.rowHead} />
            {environments.map((environment, index) => (
              <Fragment key={environment.name}>
                {index > 0 && (
                  <th scope="col" className={classes.between}>
                    {t('promotion.from', {
                      from: titleOf(index - 1),
                      to: titleOf(index),
                    })}
                  </th>
                )}
                <th
                  scope="col"
                  className={`${classes.inside} ${
                    environment.health === 'absent'
                      ? classes.absent
                      : classes.environment
                  }`}
                  data-environment={environment.name}
                >
                  <span className={shared.line}>
                    <StateIcon {...environmentLook(environment)} />
                    <span className={classes.title}>{titleOf(index)}</span>
                  </span>
                </th>
              </Fragment>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, rowIndex) => (
            <tr key={row.key}>
              <th scope="row" className={classes.rowHead}>
                {t(`promotion.${row.key}`)}
              </th>
              {environments.map((environment, index) => (
                <Fragment key={environment.name}>
                  {index > 0 && rowIndex === 0 && (
                    <td className={classes.between} rowSpan={rows.length}>
                      <ChangeCell
                        entityRef={props.promotion.entityRef}
                        change={changeBetween(
                          environments[index - 1],
                          environment,
                        )}
                        step={steps.find(({ to }) => to === environment.name)}
                        to={titleOf(index)}
                        tool={environment.run?.pipeline.tool}
                        lastKnown={props.lastKnown}
                      />
                    </td>
                  )}
                  <td
                    className={classes.inside}
                    data-environment={environment.name}
                  >
                    {row.render(environment, props.lastKnown)}
                  </td>
                </Fragment>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
