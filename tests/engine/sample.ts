/** A paper with everything the engine can do, in the manner of a council paper. */
import {
  contentWidth,
  type Figure,
  type Missing,
  type PaperInput,
  type ShapeOf,
} from '#templates/engine/index';

export const sampleTemplate = `---
version: 3
---
# Ausschreibung der Maßnahme „{% $name %}“

{% facts %}
{% fact label="Vorlagennummer" %}{% $nummer %}{% /fact %}
{% fact label="Beratungsfolge" %}
{% each items=$gremien as="gremium" %}
1. {% $gremium.name %}, {% day($gremium.tag) %}
{% /each %}
{% /fact %}
{% /facts %}

## Sachverhalt

Grundlage ist § 16a Nr. 3 SGB II. Die **psychosoziale Betreuung** umfasst z. B. Beratungsgespräche, Hausbesuche
und die *aufsuchende* Begleitung zu Behörden. Eine Verpflichtungsermächtigung in Höhe von {% euro($bedarf) %} ist
nach den haushaltswirtschaftlichen Bestimmungen des Landkreises erforderlich. {% $freitext %}

{% if $standorte %}
Die Maßnahme findet an folgenden Standorten statt:

{% each items=$standorte as="standort" %}
- {% $standort %}
{% /each %}
{% else /%}
Standorte stehen noch nicht fest.
{% /if %}

- Erstes Ziel
  - niedrigschwelliger Zugang in den Räumen der Jobcenter, damit die Wege kurz und die Hürden klein bleiben
  - Hilfe zur Selbsthilfe
- Zweites Ziel

### Ablauf der Maßnahme

{% figure name="ablauf" /%}

## Finanzierung

Die Laufzeit beginnt am {% day($beginn) %}. Weitere Angaben stehen auf der
[Seite des Bundesministeriums](https://www.bmas.de/grundsicherung).

{% datatable caption="Finanzierung nach Haushaltsjahren" items=$jahre as="jahr" rowHeader=true keep=true %}
{% column title="Haushaltsjahr" width=3 foot="Summe" %}{% $jahr.jahr %}{% /column %}
{% column title="Monate" width=2 align="right" %}{% $jahr.monate %}{% /column %}
{% column title="Bedarf" width=4 align="right" foot=euro($bedarf) %}{% euro($jahr.cents) %}{% /column %}
{% column title="Bedingung" width=6 %}{% $jahr.bedingung %}{% /column %}
{% /datatable %}

{% note %}
Die Beträge sind **Bruttobeträge**. Die Maßnahme ist eine freiwillige Leistung der kommunalen Eingliederung.
{% /note %}

## Einzelaufstellung

{% datatable caption="Alle Posten" items=$posten as="posten" %}
{% column title="Nr." width=1 align="right" %}{% $posten.nummer %}{% /column %}
{% column title="Gegenstand" width=7 foot="Summe" %}{% $posten.text %}{% /column %}
{% column title="Betrag" width=3 align="right" foot=euro($bedarf) %}{% euro($posten.cents) %}{% /column %}
{% /datatable %}

## Beschlussvorschlag

1. Die Leistung wird zum {% day($beginn) %} als Maßnahme „{% $name %}“ ausgeschrieben.
2. Die Verwaltung wird ermächtigt, die Verlängerungsoption auszuüben, wenn die Maßnahme erfolgreich
   durchgeführt wurde und ausreichend Haushaltsmittel zur Verfügung stehen.

{% signature role=$unterschrift place="Musterstadt" /%}
`;

export const hostile = 'a & b {% if $x %} *fett* | a | <img onerror="x"> 19:30 Uhr';

export interface SampleData {
  readonly name: string;
  readonly nummer: string;
  readonly gremien: readonly { readonly name: string; readonly tag: string }[];
  readonly standorte: readonly string[];
  readonly freitext: string;
  readonly beginn: string | Missing;
  readonly bedarf: number;
  readonly jahre: readonly {
    readonly jahr: number;
    readonly monate: number;
    readonly cents: number;
    readonly bedingung: string;
  }[];
  readonly posten: readonly { readonly nummer: number; readonly text: string; readonly cents: number }[];
  readonly unterschrift: string;
}

export const sampleShape: ShapeOf<SampleData> = {
  name: 'text',
  nummer: 'text',
  gremien: [{ name: 'text', tag: 'text' }],
  standorte: ['text'],
  freitext: 'text',
  beginn: 'text',
  bedarf: 'number',
  jahre: [{ jahr: 'number', monate: 'number', cents: 'number', bedingung: 'text' }],
  posten: [{ nummer: 'number', text: 'text', cents: 'number' }],
  unterschrift: 'text',
};

export const sampleData: SampleData = {
  name: 'Case-Manager',
  nummer: 'BV/2019/117',
  gremien: [
    { name: 'Ausschuss für Arbeit und Soziales', tag: '2019-09-10' },
    { name: 'Kreistag', tag: '2019-09-25' },
  ],
  standorte: ['Jobcenter Musterstadt', 'Jobcenter Beispielhausen', 'Jobcenter Łódź-Straße'],
  freitext: hostile,
  beginn: '2019-12-01',
  bedarf: 18_750_000,
  jahre: [
    { jahr: 2019, monate: 1, cents: 750_000, bedingung: 'Ansatz im Produkt 31.2.02 vorhanden' },
    { jahr: 2020, monate: 12, cents: 9_000_000, bedingung: 'im Haushalt 2020 bereitzustellen' },
    { jahr: 2021, monate: 12, cents: 9_000_000, bedingung: 'nur bei Verlängerung' },
  ],
  posten: Array.from({ length: 70 }, (_, index) => ({
    nummer: index + 1,
    text:
      index % 9 === 4
        ? 'Aufwendungen für Räume, Arbeitsmittel und Fahrten im ländlichen Einzugsgebiet der Jobcenter'
        : `Posten ${index + 1}`,
    cents: 100_000 + index * 7_351,
  })),
  unterschrift: 'Die Landrätin',
};

const boxes = [
  'Erstkontakt und Screening',
  'Strategieplanung',
  'Umsetzung der Strategie',
  'Abschlussgespräch',
];

const sampleFigure: Figure = {
  alt: `Ablauf in vier Schritten: ${boxes.join(', ')}.`,
  caption: 'Abbildung 1: Ablauf der Maßnahme',
  width: contentWidth,
  height: 96,
  parts: boxes.flatMap((text, index): Figure['parts'] => [
    {
      kind: 'rect',
      x: index * 122,
      y: 1,
      width: 100,
      height: 70,
      radius: 4,
      fill: '#edf2f7',
      stroke: '#17406d',
    },
    {
      kind: 'text',
      x: index * 122 + 6,
      y: 1,
      width: 88,
      height: 70,
      text,
      size: 9,
      weight: 'medium',
      align: 'center',
      valign: 'middle',
    },
    ...(index < boxes.length - 1
      ? [
          {
            kind: 'line',
            from: [index * 122 + 101, 36],
            to: [index * 122 + 121, 36],
            stroke: '#17406d',
            strokeWidth: 1.2,
            arrow: true,
          } as const,
        ]
      : []),
  ]),
};

/** The whole sample; `change` replaces single parts of it. */
export function aPaper(change: Partial<PaperInput> = {}): PaperInput {
  return {
    file: 'muster.md',
    template: sampleTemplate,
    data: sampleData,
    figures: { ablauf: sampleFigure },
    meta: {
      title: 'Beschlussvorlage „Case-Manager“: Schule & Straße <Test>',
      subject: 'Ausschreibung & Finanzierung',
      author: 'Landkreis Musterland (Beispiel)',
      header: {
        left: ['Landkreis Musterland (Beispiel)', 'Kommunales Jobcenter', 'Am Markt 1, 12345 Musterstadt'],
        right: ['öffentlich', 'Vorlage BV/2019/117', 'Musterstadt, 01.09.2019'],
      },
      draft: false,
      createdAt: '2019-09-01',
      attachments: [
        {
          name: 'case-manager.json',
          mimeType: 'application/json',
          description: 'Daten, aus denen die Vorlage entstand',
          relationship: 'source',
          content: new TextEncoder().encode('{"name":"Case-Manager"}\n'),
        },
      ],
    },
    ...change,
  };
}
