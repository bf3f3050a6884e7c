import { KubeObject, ObjectStore, ResourceType } from '../ObjectStore';
import { Attributes } from './Attributes';
import { Authorizer, PolicyRule } from './Authorizer';
import { ruleAllows } from './ruleAllows';
import { UserInfo } from './UserInfo';

const GROUP = 'rbac.authorization.k8s.io';
const EVERYTHING: PolicyRule = {
  verbs: ['*'],
  apiGroups: ['*'],
  resources: ['*'],
};

interface Subject {
  kind: string;
  name: string;
  namespace?: string;
}

interface Grant {
  subjects: Subject[];
  /** Empty for a ClusterRoleBinding: the rules hold everywhere. */
  namespace: string;
  rules: PolicyRule[];
}

/** Evaluates the Roles, ClusterRoles and bindings in the store, as they are at this moment. */
export class RbacAuthorizer implements Authorizer {
  readonly #store: ObjectStore;
  #grants: Grant[] | undefined;

  private constructor(store: ObjectStore) {
    this.#store = store;
    store.subscribe(({ resource }) => {
      if (resource.group === GROUP) {
        this.#grants = undefined;
      }
    });
  }

  static create(store: ObjectStore): RbacAuthorizer {
    return new RbacAuthorizer(store);
  }

  allows(user: UserInfo, attributes: Attributes): boolean {
    return this.rules(user, attributes.namespace ?? '').some(rule =>
      ruleAllows(rule, attributes),
    );
  }

  rules(user: UserInfo, namespace: string): PolicyRule[] {
    if (user.groups.includes('system:masters')) {
      return [EVERYTHING];
    }
    this.#grants ??= this.#read();
    return this.#grants
      .filter(
        grant =>
          (!grant.namespace || grant.namespace === namespace) &&
          grant.subjects.some(subject => isSubject(user, subject)),
      )
      .flatMap(grant => grant.rules);
  }

  #read(): Grant[] {
    const clusterRoles = this.#list('ClusterRole');
    const roles = this.#list('Role');
    return [
      ...this.#list('ClusterRoleBinding'),
      ...this.#list('RoleBinding'),
    ].map(binding => {
      const namespace = binding.metadata.namespace ?? '';
      const ref = binding.roleRef as { kind: string; name: string } | undefined;
      const role = (ref?.kind === 'Role' ? roles : clusterRoles).find(
        candidate =>
          candidate.metadata.name === ref?.name &&
          (ref?.kind !== 'Role' || candidate.metadata.namespace === namespace),
      );
      return {
        namespace,
        subjects: (binding.subjects as Subject[]) ?? [],
        rules: (role?.rules as PolicyRule[]) ?? [],
      };
    });
  }

  #list(kind: string): KubeObject[] {
    const type: ResourceType | undefined = this.#store.type(
      `${GROUP}/v1`,
      kind,
    );
    return type ? this.#store.list(type) : [];
  }
}

function isSubject(user: UserInfo, subject: Subject): boolean {
  switch (subject.kind) {
    case 'Group':
      return user.groups.includes(subject.name);
    case 'ServiceAccount':
      return (
        user.username ===
        `system:serviceaccount:${subject.namespace}:${subject.name}`
      );
    default:
      return user.username === subject.name;
  }
}
