/** Takes an apiVersion apart; the core group has none. @internal */
export function groupVersion(apiVersion: string | undefined): {
  group: string;
  version: string;
} {
  const slash = apiVersion?.indexOf('/') ?? -1;
  return slash < 0
    ? { group: '', version: apiVersion ?? '' }
    : {
        group: apiVersion!.slice(0, slash),
        version: apiVersion!.slice(slash + 1),
      };
}
