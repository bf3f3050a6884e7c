import { SidebarItem } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { NavContentNavItem } from '@backstage/plugin-app-react';
import { navTranslationRef } from './navTranslationRef';

/** A page in the sidebar, in the language of the reader where this app knows the page. */
export function NavItem(props: NavContentNavItem) {
  const { node, icon, href, title } = props;
  const { t } = useTranslationRef(navTranslationRef);
  const names: Record<string, string> = {
    'page:home': t('home'),
    'page:catalog': t('catalog'),
    'page:multicluster': t('fleet'),
    'page:user-settings': t('settings'),
  };
  return (
    <SidebarItem
      icon={() => icon}
      to={href}
      text={names[node.spec.id] ?? title}
    />
  );
}
