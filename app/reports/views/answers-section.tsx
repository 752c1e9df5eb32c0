import { Facts } from '~/ui/data';
import { formatDay } from '~/values/calendar';
import { type ReportAnswers, type ReportFrame, type ReportKind, talkPoints } from '../report';
import { recommendationNames, stepProgressNames, talkPointNames } from '../words';

interface Props {
  readonly kind: ReportKind;
  readonly answers: ReportAnswers;
  readonly frame: ReportFrame;
}

/** What the provider wrote, in the order of the paper. */
export function AnswersSection({ kind, answers, frame }: Props) {
  const day = (iso: string | null) => iso && formatDay(iso);
  if (kind === 'interim') {
    const open = frame.steps.filter(({ state }) => state === 'open');
    return (
      <section className="mp-sec">
        <h2 className="kern-heading-small">Stand und Empfehlung</h2>
        <Facts
          facts={[
            { label: 'Stand', value: answers.standing },
            ...open.map(({ id, step }) => {
              const progress = answers.stepProgress[id];
              return { label: step, value: progress && stepProgressNames[progress] };
            }),
            {
              label: 'Empfehlung',
              value: answers.recommendation && recommendationNames[answers.recommendation],
            },
            ...(answers.recommendationReason
              ? [{ label: 'Begründung', value: answers.recommendationReason }]
              : []),
          ]}
        />
      </section>
    );
  }
  return (
    <section className="mp-sec">
      <h2 className="kern-heading-small">Abschlussgespräch und weiterer Weg</h2>
      <Facts
        facts={[
          ...(answers.talkWasHeld === false
            ? [{ label: 'Kein Abschlussgespräch, weil', value: answers.noTalkReason }]
            : [
                { label: 'Abschlussgespräch am', value: day(answers.talkOn) },
                ...talkPoints.map((point) => ({ label: talkPointNames[point], value: answers[point] })),
              ]),
          { label: 'Entscheidung über den weiteren Weg', value: answers.furtherWay },
          ...(answers.help
            ? [
                {
                  label: 'Anschließende Hilfe',
                  value: `${answers.help} (${answers.helpIsAvailable ? 'erreichbar' : 'zurzeit nicht erreichbar'})`,
                },
              ]
            : []),
          ...(answers.aftercareUntil
            ? [{ label: 'Nachbetreuung bis', value: day(answers.aftercareUntil) }]
            : []),
          answers.wasShown === false
            ? { label: 'Nicht eröffnet, weil', value: answers.notShownReason }
            : { label: 'Der Person eröffnet am', value: day(answers.shownOn) },
          ...(answers.comment ? [{ label: 'Anmerkung der Person', value: answers.comment }] : []),
        ]}
      />
    </section>
  );
}
