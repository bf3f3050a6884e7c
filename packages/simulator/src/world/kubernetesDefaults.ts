import type { KubeObject } from '../apiserver/ObjectStore';
import type {
  Container,
  PodTemplate,
  Workload,
} from '../karmada/model/Workload';

function completeContainer(container: Container): Container {
  return {
    resources: {},
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
    imagePullPolicy: 'IfNotPresent',
    ...container,
  };
}

function completeTemplate(
  template: PodTemplate,
  restartPolicy: string,
): PodTemplate {
  return {
    metadata: { ...template.metadata },
    spec: {
      restartPolicy,
      terminationGracePeriodSeconds: 30,
      dnsPolicy: 'ClusterFirst',
      securityContext: {},
      schedulerName: 'default-scheduler',
      ...template.spec,
      containers: template.spec.containers.map(completeContainer),
    },
  };
}

const OF_WORKLOADS: Record<string, Record<string, unknown>> = {
  Deployment: {
    replicas: 1,
    strategy: {
      type: 'RollingUpdate',
      rollingUpdate: { maxUnavailable: '25%', maxSurge: '25%' },
    },
    revisionHistoryLimit: 10,
    progressDeadlineSeconds: 600,
  },
  StatefulSet: {
    replicas: 1,
    podManagementPolicy: 'OrderedReady',
    updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 0 } },
    revisionHistoryLimit: 10,
  },
  DaemonSet: { revisionHistoryLimit: 10 },
  Job: { parallelism: 1, completions: 1, backoffLimit: 6 },
};

/** Words become base64, as a server stores them. */
function secret(object: KubeObject): KubeObject {
  const { stringData, data, ...rest } = object;
  const words = Object.entries((stringData ?? {}) as Record<string, string>);
  return {
    type: 'Opaque',
    ...rest,
    data: {
      ...(data as Record<string, string> | undefined),
      ...Object.fromEntries(
        words.map(([key, word]) => [key, Buffer.from(word).toString('base64')]),
      ),
    },
  };
}

/** Fills in what an API server fills in for the kinds of a world, so that objects have their real size and look. */
export function kubernetesDefaults(object: KubeObject): KubeObject {
  if (object.kind === 'Service') {
    const spec = object.spec as Record<string, unknown>;
    const ports = (spec.ports ?? []) as Array<Record<string, unknown>>;
    return {
      ...object,
      spec: {
        type: 'ClusterIP',
        sessionAffinity: 'None',
        internalTrafficPolicy: 'Cluster',
        ipFamilies: ['IPv4'],
        ipFamilyPolicy: 'SingleStack',
        ...spec,
        ports: ports.map(port => ({
          protocol: 'TCP',
          targetPort: port.port,
          ...port,
        })),
      },
    };
  }
  if (object.kind === 'Secret') {
    return secret(object);
  }
  const defaults = OF_WORKLOADS[object.kind];
  const { spec } = object as Workload;
  if (!defaults || !spec?.template?.spec?.containers) {
    return object;
  }
  const restartPolicy = object.kind === 'Job' ? 'OnFailure' : 'Always';
  return {
    ...object,
    spec: {
      ...defaults,
      ...spec,
      template: completeTemplate(spec.template, restartPolicy),
    },
  };
}
