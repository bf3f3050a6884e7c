import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import { PromotionScope, ScopeDelivery } from '../PromotionScope';
import { titleOf } from '../PromotionColumn';
import { ScopeRequest } from '../ScopeRequest';
import { BlockedStep, Evidence } from './BlockedStep';

/**
 * A window is closed: `window`. Of the tool, as it reports; or of the policy by which the portal decides, which keeps back what
 * was approved, and will keep back what still waits for people.
 */
export function windowEvidence({ to }: BlockedStep): Evidence[] {
  const said = [
    ...to.deliveries.flatMap(ofTool),
    ...to.requests.filter(isKeptBack).flatMap(item => ofPolicy(item, to)),
  ];
  return said.filter(
    ({ sentence: { text } }, index) =>
      said.findIndex(other => other.sentence.text === text) === index,
  );
}

/** Whether a request is approved and a window keeps it from taking effect. */
export function awaitsWindow(request: ScopeRequest): boolean {
  return request.state === 'held' && isKeptBack(request);
}

/** A decision that is taken in the tool waits for no window of the portal. */
function isKeptBack({ delivered, window }: ScopeRequest): boolean {
  return delivered && !window.open;
}

function ofPolicy(
  { state, title, window }: ScopeRequest,
  scope: PromotionScope,
): Evidence[] {
  const reason = window.sentence ? [window.sentence] : [];
  return [
    {
      code: 'window',
      sentence:
        state === 'held'
          ? sentence('promotion.blocked.windowApproved', {
              gate: title,
              reason,
            })
          : sentence('promotion.blocked.windowOfPolicy', {
              environment: titleOf(scope),
              reason,
            }),
    },
  ];
}

function ofTool({ pipeline }: ScopeDelivery): Evidence[] {
  const { hold } = pipeline;
  if (hold?.kind !== 'window') {
    return [];
  }
  const params = { pipeline: pipeline.name, reason: [hold.sentence] };
  return [
    {
      code: 'window',
      sentence: hold.until
        ? sentence('promotion.blocked.windowUntil', {
            ...params,
            until: new Date(hold.until),
          })
        : sentence('promotion.blocked.window', params),
      ...(pipeline.url && { url: pipeline.url }),
    },
  ];
}
