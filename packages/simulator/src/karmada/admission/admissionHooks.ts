import type { AdmissionHook } from '../../apiserver/admission/Admission';
import type { ObjectStore } from '../../apiserver/ObjectStore';
import type { Random } from '../../clock/Random';
import { bindingRules } from './bindingRules';
import { deletionProtection } from './deletionProtection';
import { policyRules } from './policyRules';

/** The admission webhooks of Karmada that readers and writers notice. */
export function admissionHooks(world: {
  store: ObjectStore;
  random: Random;
}): AdmissionHook[] {
  return [
    ...policyRules(world.random),
    ...bindingRules(world),
    ...deletionProtection(),
  ];
}
