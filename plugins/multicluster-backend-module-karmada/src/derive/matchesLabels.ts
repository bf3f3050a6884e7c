import { LabelSelector } from '../native/PolicyNative';

/** Whether labels fit a selector; an operator that is none of Kubernetes' four fits nothing. @internal */
export function matchesLabels(
  selector: LabelSelector,
  labels: Record<string, string>,
): boolean {
  const byLabel = Object.entries(selector.m ?? {}).every(
    ([key, value]) => labels[key] === value,
  );
  return (
    byLabel &&
    (selector.e ?? []).every(({ key, op, values }) => {
      const present = Object.hasOwn(labels, key);
      switch (op) {
        case 'In':
          return present && values.includes(labels[key]);
        case 'NotIn':
          return !present || !values.includes(labels[key]);
        case 'Exists':
          return present;
        case 'DoesNotExist':
          return !present;
        default:
          return false;
      }
    })
  );
}
