import type {
  AdmissionAnswer,
  AdmissionHook,
  AdmissionReview,
} from '../../apiserver/admission/Admission';
import { templateTypes } from '../detector/templateTypes';
import { keys } from '../keys';

function review({ operation, object }: AdmissionReview): AdmissionAnswer {
  return operation === 'DELETE' &&
    object.metadata.labels?.[keys.deletionProtected] === 'Always'
    ? {
        denied: `This resource is protected, please make sure to remove the label: ${keys.deletionProtected}`,
      }
    : {};
}

/** Templates that carry the label may not be deleted until it is taken off. */
export function deletionProtection(): AdmissionHook[] {
  return [...templateTypes].map(({ group, resource }) => ({
    webhook: 'resourcedeletionprotection.karmada.io',
    resource: { group, resource },
    path: '/validate-resourcedeletionprotection',
    phase: 'validate',
    review,
  }));
}
