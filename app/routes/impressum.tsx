import type { MetaFunction } from '@remix-run/node';
import { everyone } from '~/identity/access';
import { Facts } from '~/ui/data';
import { pageTitle } from '~/ui/page-title';
import { useShellData } from '~/ui/shell-data';
import { TextPage, TextSection } from '~/ui/text-page';

export const handle = { access: everyone };

export const meta: MetaFunction = () => [{ title: pageTitle('Impressum') }];

export default function Route() {
  const person = useShellData()?.person;
  return (
    <TextPage title="Impressum">
      <TextSection title="Anbieter">
        <p>
          Anbieter dieses Portals ist die Behörde, die es betreibt. Anschrift, Vertretung und Kontakt trägt
          sie vor dem Echtbetrieb ein; in dieser Installation fehlen sie noch.
        </p>
        <Facts
          facts={[
            ...(person ? [{ label: 'Ihr Konto gehört zu', value: person.organisation }] : []),
            { label: 'Anschrift', value: null },
            { label: 'Vertreten durch', value: null },
            { label: 'Telefon und E-Mail', value: null },
          ]}
        />
      </TextSection>
      <TextSection title="Software">
        <p>
          Das Maßnahmenportal ist freie Software unter der European Union Public Licence (EUPL) 1.2.
          Gestaltung: KERN-Designsystem (EUPL 1.2). Schrift: Fira Sans (SIL Open Font License).
        </p>
      </TextSection>
    </TextPage>
  );
}
