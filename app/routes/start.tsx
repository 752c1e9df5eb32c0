import type { MetaFunction } from '@remix-run/node';
import { signedIn } from '~/identity/access';
import { pageTitle } from '~/ui/page-title';
import { StartPage } from '~/ui/start-page';
import { useShellData } from '~/ui/shell-data';

export const handle = { access: signedIn };

export const meta: MetaFunction = () => [{ title: pageTitle('Heute') }];

export default function Route() {
  const shell = useShellData();
  return shell?.person ? <StartPage person={shell.person} today={shell.today} /> : null;
}
