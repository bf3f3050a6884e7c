import { expect, Page } from '@playwright/test';

/** Somebody to look through the eyes of. */
export type Persona = 'olivia' | 'rosa' | 'noor' | 'paul';

/** Address of the portal under test. */
export function portalUrl(path: string): string {
  return `${process.env.FAIRWAY_URL}${path}`;
}

/** Opens a page as one of the personas, as if they had signed in before. */
export async function openAs(
  page: Page,
  persona: Persona,
  path: string,
  options: { theme?: 'light' | 'dark'; language?: 'en' | 'zh' } = {},
): Promise<void> {
  await page.addInitScript(
    ([who, theme, language]) => {
      window.localStorage.setItem('fairway.demo.persona', who);
      window.localStorage.setItem('theme', theme);
      window.localStorage.setItem('language', language);
    },
    [persona, options.theme ?? 'light', options.language ?? 'en'],
  );
  await page.goto(portalUrl(path));
}

/** Makes something happen in the embedded world. */
export async function story(name: string): Promise<void> {
  const response = await fetch(
    `${process.env.FAIRWAY_ADMIN_URL}/stories/${name}`,
    { method: 'POST' },
  );
  expect(response.status, `story ${name}`).toBeLessThan(300);
}
