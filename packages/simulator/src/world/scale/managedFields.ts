const common = {
  apiVersion: 'work.karmada.io/v1alpha2',
  fieldsType: 'FieldsV1',
  operation: 'Update',
};

/** Who owns which field of a binding, as long-winded as a real one says it: almost half of what travels. */
export function managedFields(
  owner: string,
  at: string,
): Array<Record<string, unknown>> {
  return [
    {
      ...common,
      manager: 'karmada-controller-manager',
      time: at,
      fieldsV1: {
        'f:metadata': {
          'f:annotations': {
            '.': {},
            'f:propagationpolicy.karmada.io/name': {},
            'f:propagationpolicy.karmada.io/namespace': {},
          },
          'f:finalizers': { '.': {}, 'v:"karmada.io/binding-controller"': {} },
          'f:labels': {
            '.': {},
            'f:propagationpolicy.karmada.io/permanent-id': {},
          },
          'f:ownerReferences': { '.': {}, [`k:{"uid":"${owner}"}`]: {} },
        },
        'f:spec': {
          '.': {},
          'f:conflictResolution': {},
          'f:placement': {
            '.': {},
            'f:clusterAffinity': { '.': {}, 'f:clusterNames': {} },
            'f:replicaScheduling': {
              '.': {},
              'f:replicaDivisionPreference': {},
              'f:replicaSchedulingType': {},
              'f:weightPreference': { '.': {}, 'f:staticWeightList': {} },
            },
          },
          'f:replicaRequirements': {
            '.': {},
            'f:namespace': {},
            'f:resourceRequest': { '.': {}, 'f:cpu': {}, 'f:memory': {} },
          },
          'f:replicas': {},
          'f:resource': {
            '.': {},
            'f:apiVersion': {},
            'f:kind': {},
            'f:name': {},
            'f:namespace': {},
            'f:resourceVersion': {},
            'f:uid': {},
          },
          'f:schedulerName': {},
        },
      },
    },
    {
      ...common,
      manager: 'karmada-scheduler',
      time: at,
      fieldsV1: {
        'f:metadata': {
          'f:annotations': { 'f:policy.karmada.io/applied-placement': {} },
        },
        'f:spec': { 'f:clusters': {} },
      },
    },
    {
      ...common,
      manager: 'karmada-controller-manager',
      subresource: 'status',
      time: at,
      fieldsV1: {
        'f:status': { 'f:aggregatedStatus': {}, 'f:conditions': {} },
      },
    },
  ];
}
