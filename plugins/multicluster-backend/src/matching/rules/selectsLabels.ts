import { LabelRequirement } from './parseLabelSelector';

/** Whether labels meet every requirement. As in Kubernetes, `notin` also holds for an absent label. */
export function selectsLabels(
  selector: LabelRequirement[],
  labels: Readonly<Record<string, string>>,
): boolean {
  return selector.every(requirement => {
    const value = Object.hasOwn(labels, requirement.key)
      ? labels[requirement.key]
      : undefined;
    switch (requirement.operator) {
      case 'exists':
        return value !== undefined;
      case 'absent':
        return value === undefined;
      case 'in':
        return value !== undefined && requirement.values.includes(value);
      default:
        return value === undefined || !requirement.values.includes(value);
    }
  });
}
