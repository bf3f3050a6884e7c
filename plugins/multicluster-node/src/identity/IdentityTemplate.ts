/**
 * Who people of the portal are in a system, by the platform's configuration alone.
 *
 * @public
 */
export interface IdentityTemplate {
  /** Name of a person there, from `{name}`, `{namespace}`, `{ref}` and `{email}`. */
  user: string;
  /** Namespace of the entities whose bare name is theirs in the system as well, in lower case. */
  namespace: string;
}
