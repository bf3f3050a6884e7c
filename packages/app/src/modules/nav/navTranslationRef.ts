import { createTranslationRef } from '@backstage/core-plugin-api/alpha';

/** What the sidebar says. Plugins name their pages in English alone, see `core.title` of the frontend system. */
export const navTranslationRef = createTranslationRef({
  id: 'app.nav',
  messages: {
    menu: 'Menu',
    home: 'Home',
    catalog: 'Catalog',
    fleet: 'Fleet',
    notifications: 'Notifications',
    settings: 'Settings',
  },
  translations: { zh: () => import('./nav.zh') },
});
