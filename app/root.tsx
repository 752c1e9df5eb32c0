import kernCss from '@kern-ux/native/dist/kern.min.css?url';
import regularFont from '@kern-ux/native/dist/fonts/fira-sans/FiraSans-Regular.woff2?url';
import semiBoldFont from '@kern-ux/native/dist/fonts/fira-sans/FiraSans-SemiBold.woff2?url';
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Links, Outlet, Scripts, ScrollRestoration, useRouteError } from '@remix-run/react';
import { useContext, type ReactNode } from 'react';
import { ErrorPage, errorTitle } from './ui/error-page';
import fontsCss from './ui/fonts.css?url';
import { areasFor } from './ui/navigation';
import { NonceContext } from './ui/nonce';
import { PageMeta } from './ui/page-meta';
import { pageTitle } from './ui/page-title';
import portalCss from './ui/portal.css?url';
import { Shell } from './ui/shell';
import { useShellData, type ShellData } from './ui/shell-data';
import { readTheme, themeAttribute } from './ui/theme';
import { usePageFocus } from './ui/use-page-focus';

export const links: LinksFunction = () => [
  { rel: 'preload', href: regularFont, as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' },
  { rel: 'preload', href: semiBoldFont, as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' },
  { rel: 'stylesheet', href: kernCss },
  { rel: 'stylesheet', href: fontsCss },
  // After KERN: sets density and what KERN lacks.
  { rel: 'stylesheet', href: portalCss },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  { rel: 'icon', href: '/favicon.ico', sizes: '32x32' },
];

export const meta: MetaFunction = ({ error }) => [
  { title: error ? pageTitle(errorTitle(error)) : pageTitle() },
  // Nothing here is meant for search engines.
  { name: 'robots', content: 'noindex' },
];

/** Only what the shell shows: everything returned here stands readable in every page. */
export function loader({ request, context }: LoaderFunctionArgs): ShellData {
  const { actor, today, requestId } = context;
  return {
    person: actor && {
      displayName: actor.displayName,
      organisation: actor.providerName ?? actor.authorityName,
      areas: areasFor(actor.roles),
    },
    theme: readTheme(request.headers.get('Cookie')),
    today,
    requestId,
  };
}

export function Layout({ children }: { readonly children: ReactNode }) {
  const nonce = useContext(NonceContext);
  const shell = useShellData();
  return (
    <html lang="de" data-kern-theme={themeAttribute(shell?.theme ?? 'system')}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <PageMeta />
        <Links />
      </head>
      <body>
        <Shell person={shell?.person ?? null} today={shell?.today}>
          {children}
        </Shell>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function Root() {
  usePageFocus();
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  const shell = useShellData();
  usePageFocus();
  return <ErrorPage error={error} requestId={shell?.requestId} isSignedIn={Boolean(shell?.person)} />;
}
