import { LabelSelector } from './PropagationPolicy';

const KEY =
  /^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\/)?[A-Za-z0-9]([-\w.]{0,61}[A-Za-z0-9])?$/;
const VALUE = /^([A-Za-z0-9]([-\w.]{0,61}[A-Za-z0-9])?)?$/;

/** What keeps a label selector from ever matching: Karmada stores it all the same, and nothing is placed. */
export function checkLabelSelector(
  selector: LabelSelector | undefined,
  at: string,
): string[] {
  const { matchLabels = {}, matchExpressions = [] } = selector ?? {};
  return [
    ...Object.entries(matchLabels).flatMap(([key, value]) => [
      ...checkKey(key, at),
      ...checkValue(value, at),
    ]),
    ...matchExpressions.flatMap(({ key, operator, values = [] }) => [
      ...checkKey(key, at),
      ...values.flatMap(value => checkValue(value, at)),
      ...checkCount(operator, values, `${at}: ${key}`),
    ]),
  ];
}

function checkKey(key: string, at: string): string[] {
  return KEY.test(key) ? [] : [`${at}: '${key}' is no key of a label`];
}

function checkValue(value: string, at: string): string[] {
  return VALUE.test(value) ? [] : [`${at}: '${value}' is no value of a label`];
}

function checkCount(operator: string, values: string[], at: string): string[] {
  const wanted = operator === 'In' || operator === 'NotIn';
  if (wanted === values.length > 0) {
    return [];
  }
  return [`${at}: ${operator} takes ${wanted ? 'values' : 'no values'}`];
}
