import {
  ClusterSummary,
  FilterTerm,
  FilterValue,
} from '@fairway/backstage-plugin-multicluster-common';
import { globToRegExp } from '../../util/globToRegExp';

/** Whether a cluster meets every term of a filter. A field that clusters do not have matches nothing. */
export function clusterMatches(
  cluster: ClusterSummary,
  terms: FilterTerm[],
): boolean {
  return terms.every(
    term =>
      term.negated !==
      term.values.some(value =>
        fieldsOf(cluster, term.field).some(field =>
          valueMatches(field, value, term.field === 'text'),
        ),
      ),
  );
}

function fieldsOf(
  cluster: ClusterSummary,
  field: FilterTerm['field'],
): string[] {
  switch (field) {
    case 'status':
      return [cluster.state, ...Object.keys(cluster.targets)];
    case 'region':
      return [cluster.region ?? ''];
    case 'cluster':
    case 'name':
      return [cluster.name];
    case 'source':
      return [cluster.controlPlane];
    case 'environment':
      return [cluster.environment ?? ''];
    case 'version':
      return [cluster.kubernetesVersion ?? ''];
    case 'text':
      return [
        cluster.name,
        cluster.controlPlane,
        cluster.region ?? '',
        cluster.provider ?? '',
      ];
    default:
      return [];
  }
}

function valueMatches(
  field: string,
  value: FilterValue,
  anywhere: boolean,
): boolean {
  const text = value.text.toLowerCase();
  if (anywhere) {
    return value.literal
      ? field.toLowerCase().includes(text)
      : globToRegExp(`*${text}*`).test(field);
  }
  return value.literal
    ? field.toLowerCase() === text
    : globToRegExp(text).test(field);
}
