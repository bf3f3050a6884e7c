/** Who a session speaks for: the claims of its JWT, as far as the control plane reads them. */
export interface Claims {
  sub: string;
  projectId: string;
  roles: string[];
}
