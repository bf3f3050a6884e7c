import { configApiRef, useApi } from '@backstage/core-plugin-api';
import { useEffect } from 'react';

const SETTLED_MS = 500;

/**
 * Names the tab of the browser after the page, before the name of the portal; gives the name back when the page is left. Without
 * it, every page below the fleet is called like the portal, in tabs and in the history.
 *
 * @param title - undefined: not known yet, the tab stays as it is
 */
export function usePageTitle(title: string | undefined): void {
  const portal = useApi(configApiRef).getOptionalString('app.title');
  const name = portal ?? 'Backstage';
  useEffect(() => {
    if (title === undefined) {
      return undefined;
    }
    const set = () => {
      document.title = `${title} | ${name}`;
    };
    set();
    // The counter of notifications puts an older title back when two come within a tenth of a second.
    const again = setTimeout(() => {
      if (!document.title.endsWith(`${title} | ${name}`)) {
        set();
      }
    }, SETTLED_MS);
    return () => {
      clearTimeout(again);
      document.title = name;
    };
  }, [title, name]);
}
