import { PolicyFact } from '@fairway/backstage-plugin-multicluster-node';
import { read } from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { PolicyNative } from '../native/PolicyNative';
import { keys } from './keys';
import { projectHold } from './projectHold';
import { projectImageRules } from './projectImageRules';
import { projectSelectors } from './projectSelectors';

/** The policy kinds and what they do. */
const roles = {
  PropagationPolicy: 'placement',
  ClusterPropagationPolicy: 'placement',
  OverridePolicy: 'override',
  ClusterOverridePolicy: 'override',
} as const;

/** {@inheritDoc roles} @internal */
export type PolicyKind = keyof typeof roles;

/**
 * A policy of any of the four kinds. Policies have no status; what they match is known from claims, and the selectors
 * are only for telling a person why something is not placed.
 *
 * @returns undefined for an object without a name
 * @internal
 */
export function projectPolicy(
  raw: unknown,
  kind: PolicyKind,
): PolicyFact<PolicyNative> | undefined {
  const object = read.record(raw);
  const metadata = read.record(object.metadata);
  const spec = read.record(object.spec);
  const name = read.string(metadata.name);
  if (!name) {
    return undefined;
  }
  const namespace = read.string(metadata.namespace) ?? '';
  const labels = read.record(metadata.labels);
  const policyId =
    read.string(labels[keys.ppId]) ?? read.string(labels[keys.cppId]);
  const role = roles[kind];
  return {
    type: 'policy',
    key: `${kind}/${namespace}/${name}`,
    kind,
    namespace,
    name,
    ...(policyId && { policyId }),
    role,
    deleting: Boolean(metadata.deletionTimestamp),
    native: {
      sel: projectSelectors(spec.resourceSelectors),
      ...(role === 'placement'
        ? placementPart(spec, read.record(metadata.annotations))
        : overridePart(spec)),
    },
  };
}

function placementPart(
  spec: Record<string, unknown>,
  annotations: Record<string, unknown>,
): Partial<PolicyNative> {
  const priority = read.number(spec.priority);
  const hold = projectHold(spec.suspension);
  const by = read.string(annotations[keys.heldBy]);
  return {
    ...(priority && { prio: priority }),
    ...(spec.activationPreference === 'Lazy' && { lazy: true as const }),
    ...(hold && { hold }),
    ...(by && { by }),
  };
}

function overridePart(spec: Record<string, unknown>): Partial<PolicyNative> {
  const rules = projectImageRules(spec);
  return rules.length > 0 ? { img: rules } : {};
}
