import AxeBuilder from '@axe-core/playwright';
import { expect, Page } from '@playwright/test';

/** Each theme and each language once: colours do not depend on the language, nor names on the theme. */
export const looks = [
  { theme: 'light', language: 'en' },
  { theme: 'dark', language: 'zh' },
] as const;

/** Fails with what axe finds in a part of a page. */
export async function expectNothingFound(page: Page, what: string) {
  const { violations } = await new AxeBuilder({ page })
    // Ours; the frame around it is the portal's.
    .include(what)
    // The title of Backstage's home page, which that leaves empty.
    .exclude('[data-testid="header-title"]:empty')
    .analyze();
  expect(
    violations.map(v => `${v.id}: ${v.nodes[0]?.target} ${v.nodes[0]?.html}`),
  ).toEqual([]);
}
