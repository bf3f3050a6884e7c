import { failures } from '../failures';
import { KubeObject, ResourceType } from '../ObjectStore';
import { StatusError } from '../StatusError';
import { typeKey } from '../types/typeKey';
import { UserInfo } from '../auth/UserInfo';

/** What an admission webhook is asked about. */
export interface AdmissionReview {
  operation: 'CREATE' | 'UPDATE' | 'DELETE';
  type: ResourceType;
  /** The object as it would be stored; for DELETE the one that would go. */
  object: KubeObject;
  oldObject?: KubeObject;
  user: UserInfo;
  subresource: string;
}

/** Admits (perhaps with another object in its place), or denies by a sentence. */
export type AdmissionAnswer =
  | { denied?: undefined; object?: KubeObject; warnings?: string[] }
  | { denied: string; code?: number };

/** A webhook of one kind; `webhook` is its name in refusals: `propagationpolicy.karmada.io`. */
export interface AdmissionHook {
  webhook: string;
  resource: { group: string; resource: string };
  /** The path the webhook is called at, for the refusal when it is down. */
  path: string;
  review: (review: AdmissionReview) => AdmissionAnswer;
  /** Mutating hooks run before validating ones. */
  phase: 'mutate' | 'validate';
  /** Asked about writes to the object itself and not its status, unless named here. */
  subresources?: string[];
}

/** The admission webhooks of a server, called in the order in which they were registered, mutating ones first. */
export class Admission {
  readonly #hooks: AdmissionHook[] = [];
  /** While set, every call fails as if nothing listened there. */
  down = false;

  private constructor() {}

  static create(hooks: AdmissionHook[] = []): Admission {
    const admission = new Admission();
    hooks.forEach(hook => admission.register(hook));
    return admission;
  }

  register(hook: AdmissionHook): void {
    this.#hooks.push(hook);
  }

  /** The object to store. Throws the StatusError of a denial. */
  admit(review: AdmissionReview, warn: (text: string) => void): KubeObject {
    let { object } = review;
    for (const hook of this.#hooksFor(review)) {
      if (this.down) {
        throw unreachable(hook);
      }
      const answer = hook.review({ ...review, object });
      if (answer.denied !== undefined) {
        throw new StatusError(
          answer.code ?? 403,
          answer.code && answer.code !== 403 ? 'BadRequest' : 'Forbidden',
          `admission webhook "${hook.webhook}" denied the request: ${answer.denied}`,
        );
      }
      answer.warnings?.forEach(warn);
      object = answer.object ?? object;
    }
    return object;
  }

  #hooksFor({ type, subresource }: AdmissionReview): AdmissionHook[] {
    const asked = this.#hooks.filter(
      hook =>
        typeKey(hook.resource) === typeKey(type) &&
        (subresource ? hook.subresources?.includes(subresource) : true),
    );
    return [
      ...asked.filter(hook => hook.phase === 'mutate'),
      ...asked.filter(hook => hook.phase === 'validate'),
    ];
  }
}

function unreachable(hook: AdmissionHook): StatusError {
  return failures.internal(
    `failed calling webhook "${hook.webhook}": failed to call webhook: Post "https://127.0.0.1:8443${hook.path}?timeout=3s": dial tcp 127.0.0.1:8443: connect: connection refused`,
  );
}
