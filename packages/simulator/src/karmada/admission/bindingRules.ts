import type {
  AdmissionAnswer,
  AdmissionHook,
  AdmissionReview,
} from '../../apiserver/admission/Admission';
import type { ObjectStore } from '../../apiserver/ObjectStore';
import { StatusError } from '../../apiserver/StatusError';
import type { Random } from '../../clock/Random';
import { keys } from '../keys';
import type { Binding } from '../model/Binding';
import { checkQuota, type Quota } from '../quota/checkQuota';
import { karmadaTypes } from '../types/karmadaTypes';

const WEBHOOK = 'resourcebinding.karmada.io';

function withId(
  { operation, object }: AdmissionReview,
  random: Random,
): AdmissionAnswer {
  if (operation !== 'CREATE') {
    return {};
  }
  const { metadata } = object;
  const labels = { [keys.bindingId]: random.uuid(), ...metadata.labels };
  return { object: { ...object, metadata: { ...metadata, labels } } };
}

/** The rule by which a FederatedResourceQuota is enforced. */
function withinQuota(
  { operation, object, oldObject }: AdmissionReview,
  store: ObjectStore,
): AdmissionAnswer {
  if (operation === 'DELETE') {
    return {};
  }
  const { namespace = '', uid } = object.metadata;
  try {
    checkQuota(
      store.list(karmadaTypes.FederatedResourceQuota, namespace) as Quota[],
      (store.list(karmadaTypes.ResourceBinding, namespace) as Binding[]).filter(
        binding => binding.metadata.uid !== uid,
      ),
      oldObject as Binding | undefined,
      object as Binding,
    );
    return {};
  } catch (error) {
    if (error instanceof StatusError) {
      const prefix = `admission webhook "${WEBHOOK}" denied the request: `;
      return { denied: error.message.replace(prefix, '') };
    }
    throw error;
  }
}

/** The webhooks of bindings. */
export function bindingRules(world: {
  store: ObjectStore;
  random: Random;
}): AdmissionHook[] {
  const { group, resource } = karmadaTypes.ResourceBinding;
  const common = { webhook: WEBHOOK, resource: { group, resource } };
  return [
    {
      ...common,
      path: '/mutate-resourcebinding',
      phase: 'mutate',
      review: review => withId(review, world.random),
    },
    {
      ...common,
      path: '/validate-resourcebinding',
      phase: 'validate',
      review: review => withinQuota(review, world.store),
    },
  ];
}
