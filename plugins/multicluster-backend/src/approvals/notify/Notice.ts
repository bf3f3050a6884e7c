/** One notification, and the name by which nobody gets it twice. */
export interface Notice {
  key: string;
  /** Refs of users and groups. */
  to: string[];
  /** Refs of users who do not get it, though they are in one of those groups. */
  but: string[];
  title: string;
  description?: string;
  severity: 'low' | 'normal' | 'high' | 'critical';
  /** Path of the portal. */
  link: string;
  /** What a later one about the same replaces. */
  scope: string;
}
