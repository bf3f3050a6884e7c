/** Who an access is made as. @public */
export type IdentityMode =
  | 'deep-link'
  | 'user-token'
  | 'impersonated'
  | 'service-attributed'
  | 'service'
  | 'pull';
