/**
 * An address that came from a tool, if it may stand behind a link: http and https only, since a link of another kind could
 * run what somebody wrote there.
 *
 * @public
 */
export function safeUrl(url: string | undefined): string | undefined {
  try {
    const { protocol, href } = new URL(url ?? '');
    return protocol === 'https:' || protocol === 'http:' ? href : undefined;
  } catch {
    return undefined;
  }
}
