/**
 * Whether the demo may be offered at all. Without this check a production portal that happened to load the demo would let
 * anybody in as the platform admin.
 */
export function isDevelopment(): boolean {
  return process.env.NODE_ENV === 'development';
}
