/** How the portal looks on this device; `system` follows the operating system. */
export const themes = ['system', 'hell', 'dunkel'] as const;
export type Theme = (typeof themes)[number];

export const themeNames: Readonly<Record<Theme, string>> = {
  system: 'wie das Betriebssystem',
  hell: 'hell',
  dunkel: 'dunkel',
};

const cookieName = 'darstellung';

function isTheme(value: string): value is Theme {
  return (themes as readonly string[]).includes(value);
}

/** Reads the choice from the Cookie header; anything unknown means `system`. */
export function readTheme(cookieHeader: string | null): Theme {
  for (const pair of (cookieHeader ?? '').split(';')) {
    const [name, value] = pair.trim().split('=');
    if (name === cookieName && value !== undefined && isTheme(value)) return value;
  }
  return 'system';
}

/** The Set-Cookie header that keeps the choice for a year; `system` ends it. */
export function themeCookie(theme: Theme, isSecure: boolean): string {
  const age = theme === 'system' ? 0 : 365 * 24 * 60 * 60;
  return `${cookieName}=${theme}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;
}

/** Value of KERN's `data-kern-theme`; absent, KERN follows `prefers-color-scheme` by itself. */
export function themeAttribute(theme: Theme): 'light' | 'dark' | undefined {
  return { system: undefined, hell: 'light' as const, dunkel: 'dark' as const }[theme];
}
