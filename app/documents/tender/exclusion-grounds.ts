/** One ground on which a bidder is or may be excluded. */
interface ExclusionGround {
  readonly norm: string;
  readonly text: string;
}

/**
 * The grounds a bidder declares itself on, in short words; the law's own text counts.
 * `version` is printed: a declaration must say which list it answers.
 *
 * Source: §§ 123, 124 GWB, § 19 MiLoG, § 21 AEntG, § 98c AufenthG, § 21 SchwarzArbG,
 * from general knowledge: the procurement office checks the list before it is used.
 */
export const exclusionList: {
  readonly version: string;
  readonly grounds: readonly ExclusionGround[];
} = {
  version: '1',
  grounds: [
    {
      norm: '§ 123 Abs. 1 bis 3 GWB',
      text: 'Eine Person, deren Verhalten dem Unternehmen zuzurechnen ist, ist wegen einer der dort genannten Straftaten rechtskräftig verurteilt, oder gegen das Unternehmen ist deshalb eine Geldbuße festgesetzt.',
    },
    {
      norm: '§ 123 Abs. 4 GWB',
      text: 'Steuern, Abgaben oder Beiträge zur Sozialversicherung sind nicht gezahlt.',
    },
    {
      norm: '§ 124 Abs. 1 Nr. 1 GWB',
      text: 'Verstoß gegen umwelt-, sozial- oder arbeitsrechtliche Pflichten.',
    },
    { norm: '§ 124 Abs. 1 Nr. 2 GWB', text: 'Zahlungsunfähigkeit, Insolvenzverfahren oder Liquidation.' },
    { norm: '§ 124 Abs. 1 Nr. 3 GWB', text: 'Schwere Verfehlung im Rahmen der beruflichen Tätigkeit.' },
    { norm: '§ 124 Abs. 1 Nr. 4 GWB', text: 'Vereinbarungen, die den Wettbewerb beschränken.' },
    { norm: '§ 124 Abs. 1 Nr. 5 GWB', text: 'Interessenkonflikt, der sich nicht anders beseitigen lässt.' },
    { norm: '§ 124 Abs. 1 Nr. 6 GWB', text: 'Beteiligung an der Vorbereitung dieses Verfahrens.' },
    {
      norm: '§ 124 Abs. 1 Nr. 7 GWB',
      text: 'Erhebliche oder fortdauernde Mängel bei einem früheren öffentlichen Auftrag.',
    },
    { norm: '§ 124 Abs. 1 Nr. 8 GWB', text: 'Täuschung oder zurückgehaltene Auskünfte zur Eignung.' },
    { norm: '§ 124 Abs. 1 Nr. 9 GWB', text: 'Unzulässiger Einfluss auf die Vergabestelle.' },
    {
      norm: '§ 19 MiLoG, § 21 AEntG, § 98c AufenthG, § 21 SchwarzArbG',
      text: 'Ausschluss wegen eines dort genannten Verstoßes.',
    },
  ],
};
