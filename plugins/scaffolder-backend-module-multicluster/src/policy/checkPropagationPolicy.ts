import { checkDivision } from './checkDivision';
import { checkLabelSelector } from './checkLabelSelector';
import { checkSpread } from './checkSpread';
import { PropagationPolicy, ResourceSelector } from './PropagationPolicy';

const DNS_LABEL = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
const DNS_SUBDOMAIN =
  /^(?=.{1,253}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/**
 * What is wrong with a policy beyond its shape: what an API server or Karmada's webhooks would refuse, and what they
 * would take and never act on. Empty: nothing.
 *
 * @remarks
 * The refusals are those of Karmada's ValidatePropagationSpec (pkg/util/validation) and of Kubernetes names and labels.
 */
export function checkPropagationPolicy(policy: PropagationPolicy): string[] {
  const { metadata, spec } = policy;
  const { placement = {}, resourceSelectors } = spec;
  const at = 'spec.placement';
  return [
    ...checkNames(metadata),
    ...resourceSelectors.flatMap((selector, i) =>
      checkSelector(selector, spec.preemption, `spec.resourceSelectors[${i}]`),
    ),
    ...checkLabelSelector(
      placement.clusterAffinity?.labelSelector,
      `${at}.clusterAffinity.labelSelector`,
    ),
    ...checkSpread(placement.spreadConstraints ?? [], at),
    ...checkDivision(placement, at),
  ];
}

function checkNames({ name, namespace }: PropagationPolicy['metadata']) {
  const findings: string[] = [];
  if (!DNS_SUBDOMAIN.test(name)) {
    findings.push(
      `metadata.name: '${name}' is no name of a Kubernetes object: lower case letters, digits, '-' and '.'`,
    );
  }
  if (namespace !== undefined && !DNS_LABEL.test(namespace)) {
    findings.push(
      `metadata.namespace: '${namespace}' is no name of a namespace: at most 63 lower case letters, digits and '-'`,
    );
  }
  return findings;
}

function checkSelector(
  { name, labelSelector }: ResourceSelector,
  preemption: string | undefined,
  at: string,
): string[] {
  const findings = checkLabelSelector(labelSelector, `${at}.labelSelector`);
  if (name && labelSelector) {
    findings.push(`${at}.labelSelector: has no effect beside a name`);
  }
  if (preemption === 'Always' && !name) {
    findings.push(
      `${at}.name: may not be empty where preemption is Always, or the policy takes more than was meant`,
    );
  }
  return findings;
}
