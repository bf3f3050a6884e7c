import { NavContentBlueprint } from '@backstage/plugin-app-react';
import { Navigation } from './Navigation';

export const SidebarContent = NavContentBlueprint.make({
  params: { component: Navigation },
});
