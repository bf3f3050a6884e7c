/** What a member of Kubernetes 1.36 serves, as the recorded ones report it: group and version, then resource:Kind. */
const SERVED: Record<string, string> = {
  'admissionregistration.k8s.io/v1':
    'mutatingadmissionpolicies:MutatingAdmissionPolicy mutatingadmissionpolicybindings:MutatingAdmissionPolicyBinding mutatingwebhookconfigurations:MutatingWebhookConfiguration validatingadmissionpolicies:ValidatingAdmissionPolicy validatingadmissionpolicybindings:ValidatingAdmissionPolicyBinding validatingwebhookconfigurations:ValidatingWebhookConfiguration',
  'apiextensions.k8s.io/v1':
    'customresourcedefinitions:CustomResourceDefinition',
  'apiregistration.k8s.io/v1': 'apiservices:APIService',
  'apps/v1':
    'controllerrevisions:ControllerRevision daemonsets:DaemonSet deployments:Deployment replicasets:ReplicaSet statefulsets:StatefulSet',
  'authentication.k8s.io/v1':
    'selfsubjectreviews:SelfSubjectReview tokenreviews:TokenReview',
  'authorization.k8s.io/v1':
    'localsubjectaccessreviews:LocalSubjectAccessReview selfsubjectaccessreviews:SelfSubjectAccessReview selfsubjectrulesreviews:SelfSubjectRulesReview subjectaccessreviews:SubjectAccessReview',
  'autoscaling/v1': 'horizontalpodautoscalers:HorizontalPodAutoscaler',
  'autoscaling/v2': 'horizontalpodautoscalers:HorizontalPodAutoscaler',
  'batch/v1': 'cronjobs:CronJob jobs:Job',
  'certificates.k8s.io/v1':
    'certificatesigningrequests:CertificateSigningRequest',
  'coordination.k8s.io/v1': 'leases:Lease',
  'discovery.k8s.io/v1': 'endpointslices:EndpointSlice',
  'events.k8s.io/v1': 'events:Event',
  'flowcontrol.apiserver.k8s.io/v1':
    'flowschemas:FlowSchema prioritylevelconfigurations:PriorityLevelConfiguration',
  'networking.k8s.io/v1':
    'ingressclasses:IngressClass ingresses:Ingress ipaddresses:IPAddress networkpolicies:NetworkPolicy servicecidrs:ServiceCIDR',
  'node.k8s.io/v1': 'runtimeclasses:RuntimeClass',
  'policy/v1': 'poddisruptionbudgets:PodDisruptionBudget',
  'rbac.authorization.k8s.io/v1':
    'clusterrolebindings:ClusterRoleBinding clusterroles:ClusterRole rolebindings:RoleBinding roles:Role',
  'resource.k8s.io/v1':
    'deviceclasses:DeviceClass resourceclaims:ResourceClaim resourceclaimtemplates:ResourceClaimTemplate resourceslices:ResourceSlice',
  'scheduling.k8s.io/v1': 'priorityclasses:PriorityClass',
  'storage.k8s.io/v1':
    'csidrivers:CSIDriver csinodes:CSINode csistoragecapacities:CSIStorageCapacity storageclasses:StorageClass volumeattachments:VolumeAttachment volumeattributesclasses:VolumeAttributesClass',
  v1: 'bindings:Binding componentstatuses:ComponentStatus configmaps:ConfigMap endpoints:Endpoints events:Event limitranges:LimitRange namespaces:Namespace nodes:Node persistentvolumeclaims:PersistentVolumeClaim persistentvolumes:PersistentVolume pods:Pod podtemplates:PodTemplate replicationcontrollers:ReplicationController resourcequotas:ResourceQuota secrets:Secret serviceaccounts:ServiceAccount services:Service',
};

/** The apiEnablements of a cluster status. */
export const apiEnablements = Object.entries(SERVED).map(
  ([groupVersion, resources]) => ({
    groupVersion,
    resources: resources.split(' ').map(pair => {
      const [name, kind] = pair.split(':');
      return { name, kind };
    }),
  }),
);
