import { plainCopy } from '../../apiserver/plainCopy';
import type {
  AdmissionAnswer,
  AdmissionHook,
  AdmissionReview,
} from '../../apiserver/admission/Admission';
import type { Random } from '../../clock/Random';
import { finalizers, keys } from '../keys';
import type { Policy } from '../model/Policy';

interface Flavour {
  resource: string;
  webhook: string;
  idKey: string;
  finalizer: string;
}

const flavours: Flavour[] = [
  {
    resource: 'propagationpolicies',
    webhook: 'propagationpolicy.karmada.io',
    idKey: keys.policyId,
    finalizer: finalizers.policy,
  },
  {
    resource: 'clusterpropagationpolicies',
    webhook: 'clusterpropagationpolicy.karmada.io',
    idKey: keys.clusterPolicyId,
    finalizer: finalizers.clusterPolicy,
  },
];

/** Gives a policy its permanent id and selectors their namespace. */
function complete(
  { operation, object }: AdmissionReview,
  { idKey, finalizer }: Flavour,
  random: Random,
): AdmissionAnswer {
  if (operation === 'DELETE') {
    return {};
  }
  const policy = plainCopy(object) as Policy;
  const { metadata, spec } = policy;
  if (operation === 'CREATE') {
    metadata.labels = { ...metadata.labels, [idKey]: random.uuid() };
    metadata.finalizers = [...(metadata.finalizers ?? []), finalizer];
  }
  if (metadata.namespace) {
    for (const selector of spec?.resourceSelectors ?? []) {
      selector.namespace ??= metadata.namespace;
    }
  }
  return { object: policy };
}

function checked(
  { operation, object, oldObject }: AdmissionReview,
  { idKey }: Flavour,
): AdmissionAnswer {
  if (operation === 'DELETE') {
    return {};
  }
  const { suspension, schedulerName } = (object as Policy).spec;
  if (
    suspension?.dispatching &&
    suspension.dispatchingOnClusters?.clusterNames?.length
  ) {
    // The doubled word is Karmada's own.
    return {
      denied: `spec.suspension.suspension: Invalid value: ${JSON.stringify(
        suspension,
      )}: suspension dispatching cannot co-exist with dispatchingOnClusters.clusterNames`,
    };
  }
  const before = oldObject as Policy | undefined;
  const id = before?.metadata.labels?.[idKey];
  if (id && object.metadata.labels?.[idKey] !== id) {
    return {
      denied: `label ${idKey} is immutable, it can only be set by the system`,
    };
  }
  if (before && before.spec.schedulerName !== schedulerName) {
    return { denied: 'the schedulerName should not be updated' };
  }
  return {};
}

/** The webhooks of propagation policies. */
export function policyRules(random: Random): AdmissionHook[] {
  return flavours.flatMap(flavour => {
    const { resource, webhook } = flavour;
    const common = {
      webhook,
      resource: { group: 'policy.karmada.io', resource },
    };
    const kind = webhook.split('.')[0];
    return [
      {
        ...common,
        path: `/mutate-${kind}`,
        phase: 'mutate' as const,
        review: (review: AdmissionReview) => complete(review, flavour, random),
      },
      {
        ...common,
        path: `/validate-${kind}`,
        phase: 'validate' as const,
        review: (review: AdmissionReview) => checked(review, flavour),
      },
    ];
  });
}
