/** Who asks, as an authenticator establishes it. */
export interface UserInfo {
  username: string;
  uid?: string;
  groups: string[];
}
